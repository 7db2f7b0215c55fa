// A file that has its name only once it is complete: until then it is "<name>.part".

#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "sheets/file_bytes.h"

namespace credit::sheets {

std::filesystem::path part_path(const std::filesystem::path& path);

// An empty part file that only its owner may read. Unavailable "sheets.cannot_write".
Result<File> create_part(const std::filesystem::path& path);
// Brings the bytes to the disk and gives the file its name. Unavailable "sheets.cannot_write".
Result<void> complete_part(const std::filesystem::path& path);
void remove_part(const std::filesystem::path& path);

}  // namespace credit::sheets
