#include "backup/copy_store.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <vector>

#include "backup/copy_files.h"
#include "backup/copy_tables.h"
#include "backup/manifest.h"
#include "backup/table_proof.h"
#include "erasure/journal.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "sql/session.h"
#include "sql/store_lock.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view store_name = "store.db";

// The sessions with a store: one on PostgreSQL, three on SQLite.
struct Opened {
    std::unique_ptr<sql::Session> main;
    std::unique_ptr<sql::Session> lookups;
    std::unique_ptr<sql::Session> blocks;

    static Result<Opened> at(const ledger::StorePlaces& places) {
        Opened opened{.main = TRY(sql::open_session(places.store)), .lookups = {}, .blocks = {}};
        if (ledger::is_postgres(places.store)) return opened;
        opened.lookups = TRY(sql::open_session(places.lookups));
        opened.blocks = TRY(sql::open_session(places.blocks));
        return opened;
    }
    Result<void> migrate() const {
        for (auto* const session : sessions().all()) TRY(sql::migrate(*session));
        return {};
    }
    Sessions sessions() const {
        return {.main = *main,
                .lookups = lookups ? *lookups : *main,
                .blocks = blocks ? *blocks : *main};
    }
};

std::unexpected<Error> not_written(const fs::path& file, const std::error_code& error) {
    return fail(ErrorCode::Unavailable, "foundation.file_not_written",
                {file.string(), error.message()});
}

Result<std::vector<TableProof>> copy_database(const ledger::StorePlaces& from,
                                              const ledger::StorePlaces& to, const Manifest* made,
                                              const Progress& progress) {
    const auto source = TRY(Opened::at(from));
    const auto target = TRY(Opened::at(to));
    TRY(target.migrate());
    return copy_tables(source.sessions(), target.sessions(), made, progress);
}

Result<void> expect_no_register(const ledger::StorePlaces& to) {
    if (fs::exists(to.keys)) {
        return fail(ErrorCode::Conflict, "backup.not_empty", {to.keys.string()});
    }
    if (!ledger::is_postgres(to.store) && fs::exists(to.store)) {
        return fail(ErrorCode::Conflict, "backup.not_empty", {to.store});
    }
    std::error_code ignored;
    if (to.keys.has_parent_path()) fs::create_directories(to.keys.parent_path(), ignored);
    return {};
}

// A file that came to nothing; on PostgreSQL the transaction left nothing.
void clear_away(const ledger::StorePlaces& to) {
    if (ledger::is_postgres(to.store)) return;
    std::error_code ignored;
    for (const auto& store : {to.store, to.lookups, to.blocks}) {
        for (const auto* const ending : {"", "-wal", "-shm"}) fs::remove(store + ending, ignored);
    }
}

Result<void> copy_what_lies_beside(const ledger::StorePlaces& from, const ledger::StorePlaces& to,
                                   const ledger::Keys& keys) {
    TRY(copy_folder(from.files, to.files));
    const auto erased = TRY(erasure::read_journal(from.erased));
    TRY(erasure::write_journal(to.erased, erased));
    TRY(copy_if_there(from.tokens, to.tokens));
    return ledger::write_keys(to.keys, keys);
}

}  // namespace

Result<ledger::StorePlaces> places_in(const fs::path& folder) {
    return ledger::StorePlaces::of((folder / store_name).string(), {});
}

Result<std::vector<TableProof>> copy_store(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, const Progress& progress,
                                           const Manifest* made) {
    const auto keys = TRY(ledger::read_keys(from.keys));
    TRY(expect_no_register(to));
    const auto lock = TRY(sql::StoreLock::take(to.lock.string()));
    // What is published is never ahead of the store; evidence is there before the act that names
    // it.
    TRY(copy_log(from.log, to.log));
    auto proofs = copy_database(from, to, made, progress);
    const auto beside = proofs ? copy_what_lies_beside(from, to, keys) : Result<void>{};
    if (proofs && beside) return proofs;
    clear_away(to);
    return std::unexpected(proofs ? beside.error() : proofs.error());
}

Result<std::vector<TableProof>> make_backup(const ledger::StorePlaces& store,
                                            const fs::path& folder, Instant now,
                                            const Progress& progress) {
    if (!ledger::is_postgres(store.store) && !fs::exists(store.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return not_written(folder, error);
    if (!fs::is_empty(folder)) {
        return fail(ErrorCode::Conflict, "backup.not_empty", {folder.string()});
    }
    fs::permissions(folder, fs::perms::owner_all, error);
    const auto places = TRY(places_in(folder));
    auto proofs = TRY(copy_store(store, places, progress));
    TRY(write_manifest(folder, {.made_at = now, .tables = proofs}));
    return proofs;
}

Result<std::vector<TableProof>> restore_backup(const fs::path& folder,
                                               const ledger::StorePlaces& store,
                                               const Progress& progress) {
    const auto manifest = TRY(read_manifest(folder));
    const auto from = TRY(places_in(folder));
    const auto opened = TRY(Opened::at(from));
    TRY(opened.migrate());
    return copy_store(from, store, progress, &manifest);
}

}  // namespace credit::backup
