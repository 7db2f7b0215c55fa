#include "http/wire/address.h"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "foundation/text.h"
#include "http/message.h"

namespace credit::http {
namespace {

std::unexpected<Error> not_text() {
    return fail(ErrorCode::InvalidInput, "http.parameter_not_text");
}

int digit_of(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    if (character >= 'a' && character <= 'f') return character - 'a' + 10;
    if (character >= 'A' && character <= 'F') return character - 'A' + 10;
    return -1;
}

// The next part up to the separator, taken off the text with the separator.
std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

bool is_placeholder(std::string_view segment) {
    return segment.starts_with('{');
}
bool takes_rest(std::string_view segment) {
    return segment.ends_with("*}");
}

}  // namespace

Result<std::string> decode_percent(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] != '%') {
            decoded += text[place] == '+' ? ' ' : text[place];
            continue;
        }
        if (place + 2 >= text.size()) return not_text();
        const int high = digit_of(text[place + 1]);
        const int low = digit_of(text[place + 2]);
        if (high < 0 || low < 0) return not_text();
        decoded += static_cast<char>((high * 16) + low);
        place += 2;
    }
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (std::ranges::any_of(decoded, is_control) || !text::is_utf8(decoded)) return not_text();
    return decoded;
}

Result<std::optional<std::vector<std::string>>> match_path(std::string_view pattern,
                                                           std::string_view path) {
    std::vector<std::string> values;
    while (!pattern.empty()) {
        const std::string_view wanted = take_part(pattern, '/');
        if (takes_rest(wanted) && !path.empty()) {
            values.push_back(TRY(decode_percent(std::exchange(path, {}))));
            continue;
        }
        const std::string_view segment = take_part(path, '/');
        if (!is_placeholder(wanted) && wanted != segment) return std::nullopt;
        if (!is_placeholder(wanted)) continue;
        if (segment.empty()) return std::nullopt;
        values.push_back(TRY(decode_percent(segment)));
    }
    if (!path.empty()) return std::nullopt;
    return values;
}

Result<void> read_query(std::string_view query, const std::vector<std::string_view>& known,
                        std::vector<Parameter>& parameters) {
    while (!query.empty()) {
        std::string_view value = take_part(query, '&');
        if (value.empty()) continue;
        std::string name = TRY(decode_percent(take_part(value, '=')));
        // The name is not repeated in the answer unless it is one of ours: it may be anything.
        if (std::ranges::find(known, name) == known.end()) {
            return fail(ErrorCode::InvalidInput, "http.unknown_parameter");
        }
        if (std::ranges::find(parameters, name, &Parameter::name) != parameters.end()) {
            return fail(ErrorCode::InvalidInput, "http.repeated_parameter", {name});
        }
        parameters.push_back({std::move(name), TRY(decode_percent(value))});
    }
    return {};
}

}  // namespace credit::http
