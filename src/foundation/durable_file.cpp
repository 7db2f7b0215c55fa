#include "foundation/durable_file.h"

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <system_error>
#include <tuple>

#include "foundation/bytes.h"
#include "foundation/result.h"

namespace credit {
namespace {

constexpr mode_t public_mode = 0644;
constexpr mode_t private_mode = 0600;
constexpr std::size_t synced_singly_max = 16;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

// Takes errno as it stands.
auto not_written(const std::filesystem::path& file) {
    const auto why = std::error_code(errno, std::generic_category()).message();
    return fail(ErrorCode::Unavailable, "foundation.file_not_written", {file.string(), why});
}

auto not_replaced(const std::filesystem::path& file, const std::filesystem::path& beside) {
    auto failure = not_written(file);
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return failure;
}

bool write_all(int descriptor, BytesView content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

// A file or a directory, by its name.
// The directory of a name alone is the present one.
std::filesystem::path named(const std::filesystem::path& path) {
    return path.empty() ? std::filesystem::path(".") : path;
}

Result<void> sync(const std::filesystem::path& path) {
    const Descriptor opened(::open(named(path).c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened.is_open() || ::fsync(opened.number()) != 0) return not_written(path);
    return {};
}

}  // namespace

Result<void> write_whole(const std::filesystem::path& file, BytesView content) {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    auto beside = file;
    beside += ".new";
    {
        const Descriptor out(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, public_mode));
        if (!out.is_open() || !write_all(out.number(), content)) return not_replaced(file, beside);
    }
    if (std::rename(beside.c_str(), file.c_str()) != 0) return not_replaced(file, beside);
    return {};
}

Result<void> write_private(const std::filesystem::path& file, BytesView content) {
    {
        const Descriptor out(
            ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, private_mode));
        if (!out.is_open() && errno == EEXIST)
            return fail(ErrorCode::Conflict, "foundation.file_exists", {file.string()});
        if (!out.is_open() || !write_all(out.number(), content) || ::fsync(out.number()) != 0)
            return not_written(file);
    }
    return sync(file.parent_path());
}

Result<void> append_private(const std::filesystem::path& file, BytesView content) {
    {
        const Descriptor out(
            ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, private_mode));
        if (!out.is_open()) return not_written(file);
        const auto before = ::lseek(out.number(), 0, SEEK_END);
        if (before < 0) return not_written(file);
        if (!write_all(out.number(), content) || ::fsync(out.number()) != 0) {
            auto failed = not_written(file);
            // A part of it would spoil what comes after.
            std::ignore = ::ftruncate(out.number(), before);
            return failed;
        }
    }
    return sync(file.parent_path());
}

Result<void> make_durable(std::span<const std::filesystem::path> files,
                          const std::filesystem::path& directory) {
    if (files.empty()) return {};
    if (files.size() > synced_singly_max) {
        const Descriptor opened(
            ::open(named(directory).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!opened.is_open() || ::syncfs(opened.number()) != 0) return not_written(directory);
        return {};
    }
    std::set<std::filesystem::path> directories{directory};
    for (const auto& file : files) {
        TRY(sync(file));
        for (auto above = file.parent_path(); above != directory && above.has_relative_path();
             above = above.parent_path())
            directories.insert(above);
    }
    for (const auto& each : directories) TRY(sync(each));
    return {};
}

Result<std::string> read_whole(const std::filesystem::path& file) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    std::string content;
    std::array<char, 16384> buffer{};
    for (;;) {
        const auto count = in.is_open() ? ::read(in.number(), buffer.data(), buffer.size()) : -1;
        if (count == 0) return content;
        if (count > 0) {
            content.append(buffer.data(), static_cast<std::size_t>(count));
        } else if (!in.is_open() || errno != EINTR) {
            const auto code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable;
            const auto why = std::error_code(errno, std::generic_category()).message();
            return fail(code, "foundation.file_not_read", {file.string(), why});
        }
    }
}

}  // namespace credit
