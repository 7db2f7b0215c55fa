// A file in memory, since the readers read files.

#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>

namespace credit::fuzz {

class UnnamedFile {
public:
    explicit UnnamedFile(std::span<const std::uint8_t> bytes)
        : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written != static_cast<ssize_t>(bytes.size())) std::abort();
    }
    UnnamedFile(const UnnamedFile&) = delete;
    UnnamedFile& operator=(const UnnamedFile&) = delete;
    ~UnnamedFile() { ::close(descriptor_); }

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

}  // namespace credit::fuzz
