#include "http/wire/spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <system_error>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::http {
namespace {

// Of all spools together. Those of a file that was there take no bytes of their own.
class Room {
public:
    void bound(Spool::Bounds bounds) {
        bytes_max_ = bounds.bytes_max;
        count_max_ = bounds.count_max;
    }
    std::uint64_t bytes() const { return bytes_; }

    // Whether one more has its place. Threads that ask at once may be some too many.
    Result<void> judge_another(std::uint64_t announced) const {
        const std::size_t most = count_max_;
        if (count_ < most) return judge(bytes_ + announced);
        return fail(ErrorCode::Unavailable, "http.too_many_spools", {std::to_string(most)});
    }
    void add_spool() { ++count_; }
    Result<void> add(std::uint64_t bytes) {
        const auto judged = judge(bytes_.fetch_add(bytes) + bytes);
        if (!judged) bytes_ -= bytes;
        return judged;
    }
    void remove(std::uint64_t bytes) { bytes_ -= bytes; }
    void remove_spool(std::uint64_t bytes) {
        remove(bytes);
        --count_;
    }

private:
    Result<void> judge(std::uint64_t bytes) const {
        const std::uint64_t most = bytes_max_;
        if (bytes <= most) return {};
        return fail(ErrorCode::Unavailable, "http.spools_full", {std::to_string(most)});
    }

    std::atomic<std::uint64_t> bytes_max_{std::numeric_limits<std::uint64_t>::max()};
    std::atomic<std::size_t> count_max_{std::numeric_limits<std::size_t>::max()};
    std::atomic<std::uint64_t> bytes_{0};
    std::atomic<std::size_t> count_{0};
};

Room& room() {
    static Room room_of_all;
    return room_of_all;
}

std::unexpected<Error> no_spool() {
    return fail(ErrorCode::Unavailable, "http.no_spool");
}

}  // namespace

void Spool::bound_together(Bounds bounds) {
    room().bound(bounds);
}

std::uint64_t Spool::bytes_together() {
    return room().bytes();
}

Result<std::unique_ptr<Spool>> Spool::create(std::uint64_t announced) {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) return no_spool();
    TRY(room().judge_another(announced));
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) return no_spool();
    return std::unique_ptr<Spool>(new Spool(descriptor, Content::Made));
}

Spool::Spool(int descriptor, Content content) : descriptor_(descriptor), content_(content) {
    room().add_spool();
}

Result<std::unique_ptr<Spool>> Spool::of(const std::filesystem::path& file) {
    TRY(room().judge_another(0));
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(ErrorCode::InvalidInput, "http.no_file");
    std::unique_ptr<Spool> spool(new Spool(descriptor, Content::Found));
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
    room().remove_spool(content_ == Content::Made ? size_ : 0);
}

Result<void> Spool::append(std::string_view bytes) {
    TRY(room().add(bytes.size()));
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            room().remove(bytes.size());
            return no_spool();
        }
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
