// Spool: a file without a name that holds a large body, gone when its user is.
//
// Memory stays bounded whatever is sent; nothing of it is left after a crash.

#pragma once

#include <cstddef>
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
    // Of all spools of this process together, in bytes of those that it made; without it there is
    // no bound.
    struct Bounds {
        std::uint64_t bytes_max;
        std::size_t count_max;
    };
    static void bound_together(Bounds bounds);
    static std::uint64_t bytes_together();

    // In the system's directory for temporary files. Unavailable "http.no_spool"; where so many
    // bytes could not be held beside the others, "http.spools_full" (bytes_max), where it would be
    // one too many "http.too_many_spools" (count_max).
    static Result<std::unique_ptr<Spool>> create(std::uint64_t announced = 0);

    // A file that is there, to be read only. InvalidInput "http.no_file" when it cannot be opened;
    // Unavailable "http.too_many_spools".
    static Result<std::unique_ptr<Spool>> of(const std::filesystem::path& file);

    // The same, and takes its name away: for what another part wrote by a path.
    static Result<std::unique_ptr<Spool>> adopt(const std::filesystem::path& file);
    // A path for such a file, used by nobody else.
    static std::filesystem::path new_path();

    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    // Unavailable "http.no_spool" when the disk is full, "http.spools_full".
    Result<void> append(std::string_view bytes);
    // Reads up to the span's size from the place; 0 at the end.
    Result<std::size_t> read_at(std::uint64_t place, std::span<char> bytes) const;

    std::uint64_t size() const { return size_; }
    // A path by which this process can open the file again, while the spool lives.
    std::filesystem::path path() const;
    // A digest that differs when the content does.
    Result<crypto::Digest> digest() const;

private:
    enum class Content : std::uint8_t { Made, Found };
    Spool(int descriptor, Content content);
    int descriptor_;
    const Content content_;
    std::uint64_t size_ = 0;
};

}  // namespace credit::http
