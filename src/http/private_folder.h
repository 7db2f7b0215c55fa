// A folder that only this process reads and that goes with the object: for a file that a library
// must write by its name.

#pragma once

#include <filesystem>
#include <memory>
#include <utility>

#include "foundation/result.h"
#include "http/wire/spool.h"

namespace credit::http {

class PrivateFolder {
public:
    // Unavailable "http.no_spool".
    static Result<PrivateFolder> create();
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    ~PrivateFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    explicit PrivateFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

// The file's content as an answer sends it. Unavailable "http.no_spool".
Result<std::unique_ptr<Spool>> spool_of(const std::filesystem::path& file);

}  // namespace credit::http
