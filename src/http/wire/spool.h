// Spool: a file without a name that holds a large body, gone when its user is.
//
// Memory stays bounded whatever is sent; nothing of it is left after a crash.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::http {

class Spool {
public:
    // In the system's directory for temporary files. Unavailable "http.no_spool".
    static Result<std::unique_ptr<Spool>> create();

    // A file that is there, to be read only. InvalidInput "http.no_file" when it cannot be opened.
    static Result<std::unique_ptr<Spool>> of(const std::filesystem::path& file);

    // The same, and takes its name away: for what another part wrote by a path.
    static Result<std::unique_ptr<Spool>> adopt(const std::filesystem::path& file);
    // A path for such a file, used by nobody else.
    static std::filesystem::path new_path();

    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    // Unavailable "http.no_spool" when the disk is full.
    Result<void> append(std::string_view bytes);
    // Reads up to the span's size from the place; 0 at the end.
    Result<std::size_t> read_at(std::uint64_t place, std::span<char> bytes) const;

    std::uint64_t size() const { return size_; }
    // A path by which this process can open the file again, while the spool lives.
    std::filesystem::path path() const;
    // A digest that differs when the content does.
    Result<crypto::Digest> digest() const;

private:
    explicit Spool(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
    std::uint64_t size_ = 0;
};

}  // namespace credit::http
