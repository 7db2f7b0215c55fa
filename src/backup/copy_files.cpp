#include "backup/copy_files.h"

#include <filesystem>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "foundation/durable_file.h"
#include "foundation/result.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

enum class Came { Now, Before, Never };

bool vanished(const std::error_code& error) {
    return error == std::errc::no_such_file_or_directory;
}

Result<Came> copy_one(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::exists(to, error)) return Came::Before;
    if (to.has_parent_path()) fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy_file(from, to, error);
    if (!error) return Came::Now;
    if (vanished(error)) return Came::Never;
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
    bool missed() const { return missed_; }

private:
    Result<void> walk(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        while (!error && entries != fs::directory_iterator()) {
            TRY(take(*entries));
            entries.increment(error);
        }
        if (vanished(error)) missed_ = true;
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
        if (!entry.is_regular_file(gone)) {
            missed_ = missed_ || vanished(gone);
            return {};
        }
        const auto copy = to_ / entry.path().lexically_relative(from_);
        const auto copied = TRY(copy_one(entry.path(), copy));
        if (copied == Came::Now) copies_.push_back(copy);
        if (copied == Came::Never) missed_ = true;
        return {};
    }

    const fs::path& from_;
    const fs::path& to_;
    std::vector<fs::path> folders_;  // still to be walked
    std::vector<fs::path> copies_;
    bool missed_ = false;
};

}  // namespace

Result<void> copy_folder(const fs::path& from, const fs::path& to) {
    std::error_code absent;
    if (!fs::exists(from, absent)) return {};
    bool again = true;
    for (int walks = 0; again && walks < 2; ++walks) {
        Walk walk(from, to);
        TRY(walk.run());
        TRY(make_durable(walk.copies(), to));
        // A tile goes away when the full one that holds it stands: the second walk finds that.
        again = walk.missed();
    }
    return {};
}

Result<void> copy_log(const fs::path& from, const fs::path& to) {
    TRY(copy_if_there(from / "checkpoint", to / "checkpoint"));
    return copy_folder(from, to);
}

Result<void> copy_if_there(const fs::path& from, const fs::path& to) {
    std::error_code absent;
    if (!fs::exists(from, absent)) return {};
    const auto copied = TRY(copy_one(from, to));
    if (copied != Came::Now) return {};
    return make_durable(std::span(&to, 1), to.parent_path());
}

}  // namespace credit::backup
