#include "backup/attempt.h"

#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "backup/manifest.h"
#include "backup/tables.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "ledger/store_places.h"
#include "sql/session.h"
#include "sql/store_lock.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = "unfinished";         // of a store: S.unfinished
constexpr std::string_view begun_mark = "backup.unfinished";  // of the folder of a backup
// Said by the mark of a store: the file was there before, and is not cleared away.
constexpr std::string_view with_tokens = "tokens";

// Files and folders that are there, and not empty.
bool has_anything(const fs::path& place) {
    std::error_code problem;
    if (!fs::exists(place, problem)) return static_cast<bool>(problem);
    const bool empty = fs::is_empty(place, problem);
    return !empty || problem;
}

fs::path mark_of(const ledger::StorePlaces& places) {
    auto mark = places.keys;
    return mark.replace_extension(unfinished);
}

Result<void> write_mark(const fs::path& mark, std::string_view text) {
    TRY(write_whole(mark, bytes_of(text)));
    return make_durable(std::span(&mark, 1), mark.parent_path());
}

Result<void> remove_mark(const fs::path& mark) {
    std::error_code problem;
    fs::remove(mark, problem);
    if (!problem) return {};
    return fail(ErrorCode::Unavailable, "foundation.file_not_written",
                {mark.string(), problem.message()});
}

// The first table of the database with a row; none when there is no database yet.
Result<std::optional<std::string>> filled_table(const ledger::StorePlaces& places) {
    if (!ledger::is_postgres(places.store) && !fs::exists(places.store)) return std::nullopt;
    const auto session = TRY(sql::open_session(places.store));
    TableReader reader(*session);
    for (const auto& table : TRY(tables_of(*session))) {
        const bool empty = TRY(reader.is_empty(table));
        if (!empty) return table.name;
    }
    return std::nullopt;
}

// What goes on being there: the lock, and what must stay erased.
void clear_away(const ledger::StorePlaces& to, bool tokens_too) {
    std::error_code ignored;
    if (!ledger::is_postgres(to.store)) {
        for (const auto& store : {to.store, to.lookups, to.blocks}) {
            for (const auto* const end : {"", "-wal", "-shm"}) fs::remove(store + end, ignored);
        }
    }
    for (const auto& place : {to.keys, to.log, to.files}) fs::remove_all(place, ignored);
    if (tokens_too) fs::remove(to.tokens, ignored);
}

// What a backup is made of, but for its manifest, which is there when it is whole.
bool is_part(const std::string& name) {
    return name.starts_with(store_in_backup) || name == std::string(manifest_name) + ".new";
}

std::vector<fs::path> parts_in(const fs::path& folder) {
    std::vector<fs::path> parts;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (is_part(entry.path().filename().string())) parts.push_back(entry.path());
    }
    return parts;
}

// A backup that was begun and came to nothing is as good as nothing.
bool has_room(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder / begun_mark, ignored)) return !has_anything(folder);
    const auto all =
        std::distance(fs::directory_iterator(folder, ignored), fs::directory_iterator());
    return all == std::ssize(parts_in(folder)) + 1;
}

void clear_folder(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& part : parts_in(folder)) fs::remove_all(part, ignored);
}

Result<void> expect_nothing(const ledger::StorePlaces& to) {
    for (const auto& place : {to.keys, to.log, to.files}) {
        if (has_anything(place)) {
            return fail(ErrorCode::Conflict, "backup.not_empty", {place.string()});
        }
    }
    if (ledger::is_postgres(to.store)) {
        const auto filled = TRY(filled_table(to));
        if (filled) return fail(ErrorCode::Conflict, "backup.not_empty", {*filled});
        return {};
    }
    for (const auto& place : {to.store, to.lookups, to.blocks}) {
        if (fs::exists(place)) return fail(ErrorCode::Conflict, "backup.not_empty", {place});
    }
    return {};
}

}  // namespace

Result<void> begin_attempt(const ledger::StorePlaces& to) {
    TRY(end_attempt(to));
    TRY(expect_nothing(to));
    return write_mark(mark_of(to), fs::exists(to.tokens) ? with_tokens : "");
}

Result<void> end_attempt(const ledger::StorePlaces& to) {
    const auto mark = mark_of(to);
    if (!fs::exists(mark)) return {};
    const auto filled = TRY(filled_table(to));
    if (!filled) {
        const auto said = TRY(read_whole(mark));
        clear_away(to, said != with_tokens);
    }
    return remove_mark(mark);
}

Result<sql::StoreLock> begin_folder(const fs::path& folder) {
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) {
        return fail(ErrorCode::Unavailable, "foundation.file_not_written",
                    {folder.string(), problem.message()});
    }
    const auto mark = folder / begun_mark;
    const auto taken = [&folder] {
        return fail(ErrorCode::Conflict, "backup.not_empty", {folder.string()});
    };
    if (!has_room(folder)) return taken();
    auto lock = TRY(sql::StoreLock::take(mark.string()));
    // Another process may have finished between the two.
    if (!fs::exists(mark) || !has_room(folder)) return taken();
    clear_folder(folder);
    TRY(make_durable(std::span(&mark, 1), folder));
    fs::permissions(folder, fs::perms::owner_all, problem);
    return lock;
}

Result<void> end_folder(const fs::path& folder) {
    return remove_mark(folder / begun_mark);
}

// The mark last: what is left is still known for what it is.
void empty_folder(const fs::path& folder) {
    std::error_code ignored;
    clear_folder(folder);
    fs::remove(folder / manifest_name, ignored);
    fs::remove(folder / begun_mark, ignored);
}

}  // namespace credit::backup
