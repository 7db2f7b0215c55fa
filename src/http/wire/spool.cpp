#include "http/wire/spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <system_error>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::http {
namespace {

std::unexpected<Error> no_spool() {
    return fail(ErrorCode::Unavailable, "http.no_spool");
}

}  // namespace

Result<std::unique_ptr<Spool>> Spool::create() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) return no_spool();
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) return no_spool();
    return std::unique_ptr<Spool>(new Spool(descriptor));
}

Result<std::unique_ptr<Spool>> Spool::of(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(ErrorCode::InvalidInput, "http.no_file");
    std::unique_ptr<Spool> spool(new Spool(descriptor));
    struct stat state{};
    if (::fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode)) {
        return fail(ErrorCode::InvalidInput, "http.no_file");
    }
    spool->size_ = static_cast<std::uint64_t>(state.st_size);
    return spool;
}

Result<std::unique_ptr<Spool>> Spool::adopt(const std::filesystem::path& file) {
    auto spool = TRY(of(file));
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return spool;
}

std::filesystem::path Spool::new_path() {
    std::error_code ignored;
    std::array<std::uint8_t, 16> name{};
    crypto::fill_random(name);
    return std::filesystem::temp_directory_path(ignored) / ("xinheng-" + to_hex(name));
}

Spool::~Spool() {
    ::close(descriptor_);
}

Result<void> Spool::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return no_spool();
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::size_t> Spool::read_at(std::uint64_t place, std::span<char> bytes) const {
    const ssize_t count =
        ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (count < 0) return no_spool();
    return static_cast<std::size_t>(count);
}

std::filesystem::path Spool::path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
}

Result<crypto::Digest> Spool::digest() const {
    // A chain of SHA-256 over pieces: the content is never in memory as a whole.
    std::array<char, std::size_t{1} << 16> piece;
    crypto::Digest digest{};
    for (std::uint64_t place = 0; place < size_;) {
        const std::size_t count = TRY(read_at(place, piece));
        if (count == 0) break;
        const std::array parts{BytesView(digest), bytes_of({piece.data(), count})};
        digest = crypto::sha256(parts);
        place += count;
    }
    return digest;
}

}  // namespace credit::http
