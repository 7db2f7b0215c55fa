// Bytes of a regular file, read from front to back and, when wanted, once more.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

#include "foundation/result.h"

namespace credit::sheets {

struct CloseFile {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class FileBytes {
public:
    // Unavailable "sheets.cannot_open": not there, not readable, or not a regular file.
    static Result<FileBytes> open(const std::filesystem::path& path);

    // Fills as much of the target as there are bytes; 0 at the end.
    // Unavailable "sheets.cannot_read".
    Result<std::size_t> read(std::span<char> target);
    Result<void> rewind();
    // The line that holds this byte, counted by line feeds from 1. Reads the file from its start,
    // so only to name a fault.
    Result<std::uint64_t> line_at(std::uint64_t place);

    std::uint64_t position() const { return position_; }
    std::uint64_t size() const { return size_; }

private:
    FileBytes(File file, std::uint64_t size) : file_(std::move(file)), size_(size) {}

    File file_;
    std::uint64_t size_;
    std::uint64_t position_ = 0;
};

}  // namespace credit::sheets
