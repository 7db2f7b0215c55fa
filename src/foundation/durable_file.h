// Files that are whole or absent: written beside, made durable, then renamed.

#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "foundation/bytes.h"
#include "foundation/result.h"

namespace credit {

// Replaces the file at once; its directories are made. It is durable only after make_durable.
// Unavailable "foundation.file_not_written".
Result<void> write_whole(const std::filesystem::path& file, BytesView content);
// Makes files and their names durable, up to the directory they all lie in: few of them one by one,
// many by one flush of their file system. Unavailable "foundation.file_not_written".
Result<void> make_durable(std::span<const std::filesystem::path> files,
                          const std::filesystem::path& directory);
// Fails when the file exists: Conflict "foundation.file_exists". Mode 0600, durable on return.
Result<void> write_private(const std::filesystem::path& file, BytesView content);
// Adds to the end of the file, which is made, with mode 0600, where it is not there; durable on
// return. A crash may leave a part of it, a failure none. Unavailable
// "foundation.file_not_written".
Result<void> append_private(const std::filesystem::path& file, BytesView content);
// NotFound "foundation.file_not_read" when it is not there, else Unavailable.
Result<std::string> read_whole(const std::filesystem::path& file);

}  // namespace credit
