#include "sheets/csv/text_blocks.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "foundation/text_decoder.h"
#include "sheets/file_bytes.h"

namespace credit::sheets::csv {
namespace {

constexpr std::size_t block_bytes = std::size_t{128} << 10;
constexpr std::string_view mark = "\xEF\xBB\xBF";

}  // namespace

TextBlocks::TextBlocks(FileBytes file, text::Encoding encoding)
    : file_(std::move(file)), encoding_(encoding), raw_(block_bytes) {
    if (encoding != text::Encoding::Utf8) decoder_.emplace(encoding);
}

Result<TextBlocks> TextBlocks::open(FileBytes file, text::Encoding encoding) {
    TRY(file.rewind());
    return TextBlocks(std::move(file), encoding);
}

Result<std::string_view> TextBlocks::next() {
    std::string_view block;
    while (block.empty() && !ended_) {
        const std::size_t count = TRY(file_.read(raw_));
        ended_ = count < raw_.size();
        block = {raw_.data(), count};
        if (decoder_) block = TRY(decode(block, ended_));
        if (!std::exchange(started_, true) && !decoder_ && block.starts_with(mark)) {
            block.remove_prefix(mark.size());
        }
    }
    // An 8-bit file was searched by find_encoding; the zero characters of UTF-16 show only here.
    if (decoder_ && block.find('\0') != std::string_view::npos) {
        return fail(ErrorCode::InvalidInput, "sheets.nul_character", {});
    }
    return block;
}

Result<std::string_view> TextBlocks::decode(std::string_view raw, bool end) {
    CHECK(decoder_.has_value());
    auto text = decoder_->feed(bytes_of(raw), end);
    if (!text) return broken(text.error());
    decoded_ = std::move(*text);
    return std::string_view(decoded_);
}

std::unexpected<Error> TextBlocks::broken(const Error& cause) {
    std::uint64_t place = 0;
    if (const auto& arguments = cause.grounds.front().arguments; arguments.size() >= 2) {
        const std::string& text = arguments[1];
        static_cast<void>(std::from_chars(text.data(), text.data() + text.size(), place));
    }
    const auto line = file_.line_at(place);
    if (!line) return std::unexpected(line.error());
    return fail(ErrorCode::InvalidInput, "sheets.broken_encoding",
                {std::string(text::name_of(encoding_)), std::to_string(*line)});
}

}  // namespace credit::sheets::csv
