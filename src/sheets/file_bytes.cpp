#include "sheets/file_bytes.h"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

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

}  // namespace credit::sheets
