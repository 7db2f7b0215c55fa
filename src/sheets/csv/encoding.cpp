#include "sheets/csv/encoding.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/text_decoder.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"

namespace credit::sheets::csv {
namespace {

using text::Encoding;

constexpr std::size_t judged_bytes = std::size_t{256} << 10;

// Of GBK's characters of level 1, 18 in 100 read as UTF-8 by chance; a hundred in a row do not.
constexpr std::size_t characters_of_certainty = 100;

// Fewer are stray zero bytes in 8-bit text.
constexpr std::size_t zeros_of_a_header = 4;

std::optional<Encoding> by_mark(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) return Encoding::Utf8;
    if (start.starts_with("\xFF\xFE")) return Encoding::Utf16LittleEndian;
    if (start.starts_with("\xFE\xFF")) return Encoding::Utf16BigEndian;
    return std::nullopt;
}

// Delimiters, digits and line ends of UTF-16 have a zero byte on one side; text in UTF-8 and
// GB 18030 has none at all.
std::optional<Encoding> by_zero_bytes(std::string_view start) {
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (start[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    const std::size_t zeros = even + odd;
    const bool enough = zeros >= zeros_of_a_header && zeros * 64 >= start.size();
    if (!enough || start.size() % 2 != 0) return std::nullopt;
    if (odd > even * 3) return Encoding::Utf16LittleEndian;
    if (even > odd * 3) return Encoding::Utf16BigEndian;
    return std::nullopt;
}

// One look through a file of 8-bit text.
class Scan {
public:
    Scan(FileBytes& file, bool has_mark, const Limits& limits)
        : file_(file), has_mark_(has_mark), limits_(limits) {}

    // The block that was read last.
    Result<void> add(std::string_view block) {
        before_ = file_.position() - block.size();
        if (const auto zero = block.find('\0'); zero != std::string_view::npos) {
            return refused("sheets.nul_byte", zero);
        }
        const auto last_end = block.find_last_of("\r\n");
        line_bytes_ = last_end == std::string_view::npos ? line_bytes_ + block.size()
                                                         : block.size() - last_end - 1;
        if (line_bytes_ > limits_.row_bytes) return refused("sheets.line_too_long", block.size());
        return utf8_ ? check_utf8(block) : Result<void>();
    }

    Result<Encoding> answer() {
        before_ = file_.position();
        if (utf8_ && !check_.complete()) TRY(judge_break(0));
        // Pairs of GBK that read as UTF-8 by chance come out as characters of two bytes: no
        // Chinese.
        const bool by_chance = two_byte_ && ideographs_ == 0 && !has_mark_;
        return utf8_ && !by_chance ? Encoding::Utf8 : Encoding::Gb18030;
    }

private:
    Result<void> check_utf8(std::string_view block) {
        const std::size_t good = check_.feed(bytes_of(block));
        count_characters(block.substr(0, good));
        return good == block.size() ? Result<void>() : judge_break(good);
    }

    void count_characters(std::string_view text) {
        if (ideographs_ > characters_of_certainty) return;
        for (const char c : text) {
            two_byte_ = two_byte_ || (c & 0xE0) == 0xC0;
            if ((c & 0xE0) == 0xE0) ++ideographs_;
        }
    }

    Result<void> judge_break(std::size_t place) {
        if (has_mark_ || ideographs_ > characters_of_certainty) {
            return refused("sheets.broken_utf8", place);
        }
        utf8_ = false;
        return {};
    }

    Result<void> refused(std::string_view word, std::size_t place) {
        const std::uint64_t line = TRY(file_.line_at(before_ + place));
        return fail(ErrorCode::InvalidInput, word,
                    {std::to_string(line), std::to_string(limits_.row_bytes)});
    }

    FileBytes& file_;
    bool has_mark_;
    const Limits& limits_;
    text::Utf8Check check_;
    bool utf8_ = true;
    std::size_t ideographs_ = 0;  // characters of three bytes or more
    bool two_byte_ = false;       // there is one of two
    std::uint64_t before_ = 0;    // bytes before the block
    std::size_t line_bytes_ = 0;
};

}  // namespace

Result<Encoding> find_encoding(FileBytes& file, const Limits& limits) {
    std::vector<char> block(judged_bytes);
    const std::size_t count = TRY(file.read(block));
    const std::string_view start(block.data(), count);
    const auto mark = by_mark(start);
    if (mark && *mark != Encoding::Utf8) return *mark;
    if (const auto wide = by_zero_bytes(start); wide && !mark) return *wide;
    Scan scan(file, mark.has_value(), limits);
    for (std::size_t bytes = count; bytes > 0;) {
        TRY(scan.add({block.data(), bytes}));
        bytes = TRY(file.read(block));
    }
    return scan.answer();
}

}  // namespace credit::sheets::csv
