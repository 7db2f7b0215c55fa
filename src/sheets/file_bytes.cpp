#include "sheets/file_bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "foundation/result.h"

namespace credit::sheets {

Result<FileBytes> FileBytes::open(const std::filesystem::path& path) {
    std::error_code error;
    const bool regular = std::filesystem::is_regular_file(path, error);
    const auto size = regular ? std::filesystem::file_size(path, error) : 0;
    if (!regular || error) return fail(ErrorCode::Unavailable, "sheets.cannot_open");
    File file(std::fopen(path.c_str(), "rbe"));
    if (!file) return fail(ErrorCode::Unavailable, "sheets.cannot_open");
    // Blocks are large; a second buffer would only copy them once more.
    static_cast<void>(std::setvbuf(file.get(), nullptr, _IONBF, 0));
    return FileBytes(std::move(file), size);
}

Result<std::size_t> FileBytes::read(std::span<char> target) {
    const std::size_t count = std::fread(target.data(), 1, target.size(), file_.get());
    if (count < target.size() && std::ferror(file_.get()) != 0) {
        return fail(ErrorCode::Unavailable, "sheets.cannot_read");
    }
    position_ += count;
    return count;
}

Result<void> FileBytes::rewind() {
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0) {
        return fail(ErrorCode::Unavailable, "sheets.cannot_read");
    }
    position_ = 0;
    return {};
}

Result<std::uint64_t> FileBytes::line_at(std::uint64_t place) {
    TRY(rewind());
    std::vector<char> block(std::size_t{64} << 10);
    std::uint64_t line = 1;
    while (place > 0) {
        const std::size_t count = TRY(read(block));
        if (count == 0) break;
        const auto before = std::min<std::uint64_t>(count, place);
        const std::string_view text(block.data(), before);
        line += static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
        place -= before;
    }
    return line;
}

}  // namespace credit::sheets
