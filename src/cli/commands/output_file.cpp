#include "cli/commands/output_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "foundation/result.h"
#include "http/message.h"
#include "sheets/file_bytes.h"
#include "sheets/part_file.h"

namespace credit::cli {
namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;

bool write(std::FILE* file, std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
}

Result<bool> write_content(std::FILE* file, const http::Response& response) {
    if (!response.file) return write(file, response.body);
    std::array<char, piece_size> piece{};
    for (std::uint64_t place = 0; place < response.file->size();) {
        const std::size_t count = TRY(response.file->read_at(place, std::span(piece)));
        if (count == 0 || !write(file, {piece.data(), count})) return false;
        place += count;
    }
    return true;
}

// By whatever names; a path where nothing is names no file.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code absent;
    return std::filesystem::equivalent(one, other, absent) && !absent;
}

std::unexpected<Error> not_written(const std::filesystem::path& path) {
    return fail(ErrorCode::Unavailable, "cli.not_written", {path.string()});
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::filesystem::path& path,
                                    const std::filesystem::path& input) {
    if (path.empty()) return OutputFile(path, nullptr);
    if (is_same_file(path, input) || is_same_file(sheets::part_path(path), input)) {
        return fail(ErrorCode::InvalidInput, "cli.output_is_input", {path.string()});
    }
    std::error_code unreadable;
    if (std::filesystem::is_directory(path, unreadable)) return not_written(path);
    auto file = sheets::create_part(path);
    if (!file) return not_written(path);
    return OutputFile(path, *std::move(file));
}

OutputFile::OutputFile(std::filesystem::path path, sheets::File file)
    : path_(std::move(path)), file_(std::move(file)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept = default;

OutputFile::~OutputFile() {
    if (file_) sheets::remove_part(path_);
}

Result<void> OutputFile::write(const http::Response& response) {
    if (!TRY(write_content(file_.get(), response)) || std::fflush(file_.get()) != 0) {
        return not_written(path_);
    }
    if (!sheets::complete_part(path_)) return not_written(path_);
    file_.reset();
    return {};
}

}  // namespace credit::cli
