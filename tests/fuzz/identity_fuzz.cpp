// Any bytes as an identifier, a name and a file in each encoding: what is read reads the same
// again, no error tells more than a place, no mask shows more than a province, and no cut of a file
// changes its text.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "foundation/text_decoder.h"
#include "identity/identifier.h"
#include "identity/name_agreement.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"

namespace {

using namespace credit;
using namespace std::chrono_literals;

const identity::Reading reading{.today = 2026y / 11 / 23};

void check_error(const Error& error) {
    constexpr std::size_t longest_place = 7;  // of a byte or character, never the text itself
    CHECK(!error.grounds.empty());
    for (const Ground& ground : error.grounds) {
        for (const auto& argument : ground.arguments) CHECK(argument.size() <= longest_place);
    }
}

void read_identifier(std::string_view text, std::optional<identity::Scheme> scheme) {
    const auto identifier = scheme ? identity::parse_as(*scheme, text, reading)
                                   : identity::parse_identifier(text, reading);
    if (!identifier) return check_error(identifier.error());
    const auto again = identity::parse_as(identifier->scheme(), identifier->reveal(), reading);
    CHECK(again.has_value() && *again == *identifier);
    const identity::MaskedIdentifier masked(*identifier);
    const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
    if (identifier->of_person()) CHECK(std::ranges::count_if(masked.text(), is_digit) <= 2);
    const auto key = identity::subject_key_of(crypto::Key{}, *identifier);
    CHECK(key.has_value() == identity::makes_key(identifier->scheme()));
    if (key) CHECK(identity::SubjectKey::parse(key->text()) == *key);
}

void read_name(std::string_view name) {
    const std::string normal = identity::normal_name(name);
    CHECK(text::is_utf8(normal));
    CHECK(identity::names_agree(name, name) != normal.empty());
    CHECK(text::trim(name).size() <= name.size());
    CHECK(text::display_width(name) <= name.size() * 2);
    CHECK(text::is_utf8(name) || text::count_characters(name) > 0);
}

std::optional<std::string> decode(text::Encoding encoding, std::string_view file, std::size_t cut) {
    text::Decoder decoder(encoding);
    const auto first = decoder.feed(bytes_of(file.substr(0, cut)), false);
    if (!first) return std::nullopt;
    const auto second = decoder.feed(bytes_of(file.substr(cut)), true);
    if (!second) return std::nullopt;
    return *first + *second;
}

void read_file(std::string_view file, std::uint8_t choice) {
    const auto encoding = static_cast<text::Encoding>(choice % 4);
    const auto whole = decode(encoding, file, 0);
    CHECK(whole == decode(encoding, file, choice % (file.size() + 1)));
    CHECK(!whole || text::is_utf8(*whole));
    if (encoding == text::Encoding::Utf8) CHECK(whole.has_value() == text::is_utf8(file));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr std::uint8_t schemes =
        std::to_underlying(identity::Scheme::OldPermanentResidence) + 1;
    const std::uint8_t choice = data[0];
    const std::string_view text = text_of({data + 1, size - 1});
    const bool hinted = choice % 2 != 0;
    read_identifier(text, hinted ? std::optional(static_cast<identity::Scheme>(choice % schemes))
                                 : std::nullopt);
    read_name(text);
    read_file(text, choice);
    return 0;
}
