// The size of a zip file's directory, read before the zip library reads the directory into memory.

#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "sheets/limits.h"

namespace credit::sheets::xlsx {

// InvalidInput "sheets.broken_workbook" when the end of the zip file is missing (a broken-off
// transfer), "sheets.too_many_entries" when the directory is larger than the limit can need.
Result<void> check_zip_directory(const std::filesystem::path& path, const Limits& limits);

}  // namespace credit::sheets::xlsx
