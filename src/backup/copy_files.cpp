#include "backup/copy_files.h"

#include <filesystem>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

bool vanished(const std::error_code& error) {
    return error == std::errc::no_such_file_or_directory;
}

// Whether it came now: false when it was there before, or has gone away.
Result<bool> copy_one(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::exists(to, error)) return false;
    if (to.has_parent_path()) fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy_file(from, to, error);
    if (!error) return true;
    if (vanished(error)) return false;
    return fail(ErrorCode::Unavailable, "foundation.file_not_written",
                {to.string(), error.message()});
}

// One walk over a tree. Folders are walked one by one: where the library finds one gone between
// its name and its content, it ends the whole of its own walk.
class Walk {
public:
    Walk(const fs::path& from, const fs::path& to) : from_(from), to_(to), folders_{from} {}

    Result<void> run() {
        while (!folders_.empty()) {
            const auto folder = std::move(folders_.back());
            folders_.pop_back();
            TRY(walk(folder));
        }
        return {};
    }
    const std::vector<fs::path>& copies() const { return copies_; }

private:
    Result<void> walk(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        while (!error && entries != fs::directory_iterator()) {
            TRY(take(*entries));
            entries.increment(error);
        }
        if (!error || vanished(error)) return {};
        return fail(ErrorCode::Unavailable, "foundation.file_not_read",
                    {folder.string(), error.message()});
    }

    Result<void> take(const fs::directory_entry& entry) {
        std::error_code gone;
        // What is being written has this name until it is whole.
        if (entry.path().extension() == ".new") return {};
        if (entry.is_directory(gone) && !entry.is_symlink(gone)) {
            folders_.push_back(entry.path());
            return {};
        }
        if (!entry.is_regular_file(gone)) return {};
        const auto copy = to_ / entry.path().lexically_relative(from_);
        const bool copied = TRY(copy_one(entry.path(), copy));
        if (copied) copies_.push_back(copy);
        return {};
    }

    const fs::path& from_;
    const fs::path& to_;
    std::vector<fs::path> folders_;  // still to be walked
    std::vector<fs::path> copies_;
};

// It is replaced by another under its name, maybe a longer one: what is opened is read to its end.
Result<void> copy_checkpoint(const fs::path& from, const fs::path& to) {
    std::error_code problem;
    if (!fs::exists(from, problem) || fs::exists(to, problem)) return {};
    const auto content = TRY(read_whole(from));
    fs::create_directories(to.parent_path(), problem);
    TRY(write_whole(to, bytes_of(content)));
    return make_durable(std::span(&to, 1), to.parent_path());
}

}  // namespace

Result<void> copy_folder(const fs::path& from, const fs::path& to) {
    std::error_code absent;
    if (!fs::exists(from, absent)) return {};
    Walk walk(from, to);
    TRY(walk.run());
    return make_durable(walk.copies(), to);
}

Result<void> copy_log(const fs::path& from, const fs::path& to) {
    TRY(copy_checkpoint(from / "checkpoint", to / "checkpoint"));
    // A tile goes away once the full one that holds it stands. A walk during which both happen may
    // meet neither; the full one then stands before the second begins, and is met.
    TRY(copy_folder(from, to));
    return copy_folder(from, to);
}

Result<void> copy_if_there(const fs::path& from, const fs::path& to) {
    std::error_code absent;
    if (!fs::exists(from, absent)) return {};
    const bool copied = TRY(copy_one(from, to));
    if (!copied) return {};
    return make_durable(std::span(&to, 1), to.parent_path());
}

}  // namespace credit::backup
