#include "sheets/part_file.h"

#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): has fdopen
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "foundation/result.h"
#include "sheets/file_bytes.h"

namespace credit::sheets {

std::filesystem::path part_path(const std::filesystem::path& path) {
    return std::filesystem::path(path) += ".part";
}

Result<File> create_part(const std::filesystem::path& path) {
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    const int descriptor = ::open(part_path(path).c_str(), flags, 0600);
    if (descriptor < 0) return fail(ErrorCode::Unavailable, "sheets.cannot_write");
    File file(::fdopen(descriptor, "wb"));
    if (!file) {
        ::close(descriptor);
        return fail(ErrorCode::Unavailable, "sheets.cannot_write");
    }
    return file;
}

Result<void> complete_part(const std::filesystem::path& path) {
    const int descriptor = ::open(part_path(path).c_str(), O_RDONLY | O_CLOEXEC);
    const bool kept = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    std::error_code error;
    if (kept) std::filesystem::rename(part_path(path), path, error);
    if (!kept || error) return fail(ErrorCode::Unavailable, "sheets.cannot_write");
    return {};
}

void remove_part(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::remove(part_path(path), ignored);
}

}  // namespace credit::sheets
