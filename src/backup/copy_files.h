// Copying the files of a store (复制库外文件), also while a server writes among them.

#pragma once

#include <filesystem>

#include "foundation/result.h"

namespace credit::backup {

// Each Unavailable "foundation.file_not_read", "foundation.file_not_written". What stands at the
// target stays as it is.

// Every file that is whole and stays; what goes away meanwhile is passed over.
Result<void> copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);

// The checkpoint, and every tile that it needs; later tiles may come along.
Result<void> copy_log(const std::filesystem::path& from, const std::filesystem::path& to);

// Nothing where there is nothing.
Result<void> copy_if_there(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace credit::backup
