#include "cli/commands/output_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string_view>

#include "foundation/result.h"
#include "http/message.h"
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

}  // namespace

Result<void> write_output(const std::filesystem::path& path, const http::Response& response) {
    {
        const auto file = TRY(sheets::create_part(path));
        if (!TRY(write_content(file.get(), response)) || std::fflush(file.get()) != 0) {
            sheets::remove_part(path);
            return fail(ErrorCode::Unavailable, "cli.not_written", {path.string()});
        }
    }
    return sheets::complete_part(path);
}

}  // namespace credit::cli
