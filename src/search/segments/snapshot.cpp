#include "search/segments/snapshot.h"

#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <ios>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "search/segments/segment.h"

namespace credit::search {
namespace {

constexpr std::string_view first_line = "xinheng names 1";

std::filesystem::path mark_of(const std::filesystem::path& file) {
    auto mark = file;
    mark += ".mark";
    return mark;
}

// The rest of the next line after its name and a space; no value where it is another line.
std::optional<std::string_view> take(std::string_view& text, std::string_view name) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (!line.starts_with(name)) return std::nullopt;
    line.remove_prefix(name.size());
    if (!line.starts_with(' ')) return std::nullopt;
    return line.substr(1);
}

template <typename Number>
bool read_number(std::optional<std::string_view> text, Number& number) {
    if (!text) return false;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    return read.ec == std::errc{} && read.ptr == text->data() + text->size();
}

}  // namespace

std::string folding_today() {
    UVersionInfo version{};
    u_getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    return std::string("icu-") + text.data();
}

std::string to_text(const Mark& mark) {
    return std::string(first_line) + "\nfolding " + mark.folding + "\nplace " +
           std::to_string(mark.place) + "\nact " + mark.last_act + "\nbytes " +
           std::to_string(mark.size) + "\nsha256 " + to_hex(mark.digest) + "\n";
}

std::optional<Mark> parse_mark(std::string_view text) {
    const std::string whole(text);
    if (!text.starts_with(first_line) || !text.substr(first_line.size()).starts_with('\n')) {
        return std::nullopt;
    }
    text.remove_prefix(first_line.size() + 1);
    Mark mark;
    const auto folding = take(text, "folding");
    const bool placed = read_number(take(text, "place"), mark.place);
    const auto act = take(text, "act");
    const bool sized = read_number(take(text, "bytes"), mark.size);
    const auto digest = from_hex(take(text, "sha256").value_or("-"));
    if (!folding || !placed || !act || !sized || !digest) return std::nullopt;
    if (digest->size() != mark.digest.size() || !text.empty()) return std::nullopt;
    mark.folding = *folding;
    mark.last_act = *act;
    std::ranges::copy(*digest, mark.digest.begin());
    // One spelling only.
    return to_text(mark) == whole ? std::optional(std::move(mark)) : std::nullopt;
}

// The mark last: without it, or with an older one, the segment counts for nothing.
Result<void> write_snapshot(const std::filesystem::path& file, const Segment& segment, Mark mark) {
    mark.folding = folding_today();
    mark.size = segment.bytes().size();
    mark.digest = crypto::sha256(segment.bytes());
    TRY(write_whole(file, segment.bytes()));
    return write_whole(mark_of(file), bytes_of(to_text(mark)));
}

std::optional<Mark> find_mark(const std::filesystem::path& file) {
    const auto text = read_whole(mark_of(file));
    if (!text) return std::nullopt;
    auto mark = parse_mark(*text);
    return mark && mark->folding == folding_today() ? std::move(mark) : std::nullopt;
}

std::optional<Segment> read_snapshot(const std::filesystem::path& file, const Mark& mark) {
    std::error_code failure;
    if (std::filesystem::file_size(file, failure) != mark.size || failure) return std::nullopt;
    AlignedBytes bytes(mark.size);
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(bytes.bytes().data()), static_cast<std::streamsize>(mark.size));
    if (!in || crypto::sha256(std::as_const(bytes).bytes()) != mark.digest) return std::nullopt;
    return Segment::read(std::move(bytes));
}

void drop_snapshot(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(mark_of(file), ignored);
    std::filesystem::remove(file, ignored);
}

}  // namespace credit::search
