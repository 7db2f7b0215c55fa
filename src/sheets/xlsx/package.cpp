#include "sheets/xlsx/package.h"

#include <zip.h>
#include <zipconf.h>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/xlsx/zip_directory.h"

namespace credit::sheets::xlsx {
namespace {

// Below this a part may inflate as it likes.
constexpr std::uint64_t ratio_counts_from = std::uint64_t{64} << 20;

std::unexpected<Error> broken(std::string_view part) {
    return fail(ErrorCode::InvalidInput, "sheets.broken_workbook", {std::string(part)});
}

}  // namespace

void Part::Close::operator()(zip_file* file) const {
    static_cast<void>(zip_fclose(file));
}

void Package::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<std::size_t> Part::read(std::span<char> target) {
    const zip_int64_t count = zip_fread(file_.get(), target.data(), target.size());
    if (count < 0) return broken(name_);
    const auto bytes = static_cast<std::uint64_t>(count);
    inflated_ += bytes;
    const std::uint64_t ratio = package_->limits().inflated_ratio;
    if (inflated_ > ratio_counts_from && inflated_ / ratio > compressed_) {
        return fail(ErrorCode::InvalidInput, "sheets.inflates_too_far", {name_});
    }
    package_->inflated_ += bytes;
    TRY(package_->check_total(name_));
    return static_cast<std::size_t>(bytes);
}

Package::Package(std::unique_ptr<zip, Discard> archive, const Limits& limits)
    : archive_(std::move(archive)), limits_(limits) {}

Result<std::unique_ptr<Package>> Package::open(const std::filesystem::path& path,
                                               const Limits& limits) {
    TRY(check_zip_directory(path, limits));
    int error = 0;
    std::unique_ptr<zip, Discard> archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!archive) return broken("zip");
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    if (entries < 0 || static_cast<std::uint64_t>(entries) > limits.entries) {
        return fail(ErrorCode::InvalidInput, "sheets.too_many_entries",
                    {std::to_string(limits.entries)});
    }
    return std::unique_ptr<Package>(new Package(std::move(archive), limits));
}

bool Package::has(std::string_view name) const {
    return zip_name_locate(archive_.get(), std::string(name).c_str(), ZIP_FL_NOCASE) >= 0;
}

std::uint64_t Package::stated_size(std::string_view name) const {
    const std::string text(name);
    zip_stat_t stat{};
    const bool known = zip_stat(archive_.get(), text.c_str(), ZIP_FL_NOCASE, &stat) == 0 &&
                       (stat.valid & ZIP_STAT_SIZE) != 0;
    return known ? stat.size : 0;
}

Result<Part> Package::open_part(std::string_view name) {
    Part part;
    part.name_ = name;
    part.package_ = this;
    zip_stat_t stat{};
    if (zip_stat(archive_.get(), part.name_.c_str(), ZIP_FL_NOCASE, &stat) != 0) {
        return broken(name);
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return fail(ErrorCode::InvalidInput, "sheets.encrypted_workbook");
    }
    part.compressed_ = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    part.file_.reset(zip_fopen_index(archive_.get(), stat.index, 0));
    if (!part.file_) return broken(name);
    return part;
}

Result<void> Package::count_repeated(std::uint64_t bytes, std::string_view part) {
    repeated_ += bytes;
    return check_total(part);
}

Result<void> Package::check_total(std::string_view part) const {
    if (inflated_ + repeated_ <= limits_.inflated_bytes) return {};
    return fail(ErrorCode::InvalidInput, "sheets.inflates_too_far", {std::string(part)});
}

}  // namespace credit::sheets::xlsx
