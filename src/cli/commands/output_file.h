// A file that a command writes: complete under its name or not there, and for its owner alone.

#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {

// What the response holds, in memory or as a file. Unavailable "cli.not_written".
Result<void> write_output(const std::filesystem::path& path, const http::Response& response);

}  // namespace credit::cli
