// A file that a command writes: complete under its name or not there, and for its owner alone.
//
// It is opened before the command does anything, so that nothing is done whose result could not be
// kept; what was opened and not written leaves nothing behind.

#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "http/message.h"
#include "sheets/file_bytes.h"

namespace credit::cli {

class OutputFile {
public:
    // InvalidInput "cli.output_is_input" when it would take the place of the file that is read;
    // Unavailable "cli.not_written". An empty path is no file, and takes nothing.
    static Result<OutputFile> open(const std::filesystem::path& path,
                                   const std::filesystem::path& input = {});

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    // What the response holds, in memory or as a file. Unavailable "cli.not_written".
    Result<void> write(const http::Response& response);

private:
    OutputFile(std::filesystem::path path, sheets::File file);

    std::filesystem::path path_;
    sheets::File file_;  // none once it is written
};

}  // namespace credit::cli
