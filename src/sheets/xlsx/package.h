// Package of a workbook (XLSX): the zip file and its parts, with the guards against zip bombs.
//
// Sizes that the file states about itself are never believed: what comes out is counted.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/limits.h"

struct zip;
struct zip_file;

namespace credit::sheets::xlsx {

class Package;

// One file of the package, read from front to back.
class Part {
public:
    // Fills the target as far as it can; 0 at the end. InvalidInput "sheets.broken_workbook" or
    // "sheets.inflates_too_far" with the part's name.
    Result<std::size_t> read(std::span<char> target);

    const std::string& name() const { return name_; }
    Package& package() const { return *package_; }

private:
    friend class Package;
    struct Close {
        void operator()(zip_file* file) const;
    };

    Part() = default;

    std::unique_ptr<zip_file, Close> file_;
    Package* package_ = nullptr;
    std::string name_;
    std::uint64_t compressed_ = 0;
    std::uint64_t inflated_ = 0;
};

class Package {
public:
    // InvalidInput "sheets.broken_workbook", "sheets.too_many_entries".
    static Result<std::unique_ptr<Package>> open(const std::filesystem::path& path,
                                                 const Limits& limits);

    bool has(std::string_view name) const;
    // InvalidInput "sheets.broken_workbook" when it is not there, "sheets.encrypted_workbook".
    Result<Part> open_part(std::string_view name);
    // The size that the package states for the part; for a progress bar only.
    std::uint64_t stated_size(std::string_view name) const;

    // Counts bytes that came out once more, by repetition of a shared string, to the limit of
    // inflated bytes. InvalidInput "sheets.inflates_too_far".
    Result<void> count_repeated(std::uint64_t bytes, std::string_view part);
    std::uint64_t inflated() const { return inflated_; }
    const Limits& limits() const { return limits_; }

private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    Package(std::unique_ptr<zip, Discard> archive, const Limits& limits);

    friend class Part;
    Result<void> check_total(std::string_view part) const;

    std::unique_ptr<zip, Discard> archive_;
    Limits limits_;
    std::uint64_t inflated_ = 0;
    std::uint64_t repeated_ = 0;
};

}  // namespace credit::sheets::xlsx
