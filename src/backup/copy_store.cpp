#include "backup/copy_store.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "backup/attempt.h"
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

// Only when the rows are proved: what a backup that is refused says was erased must not be erased.
Result<void> copy_what_lies_beside(const ledger::StorePlaces& from, const ledger::StorePlaces& to,
                                   const ledger::Keys& keys) {
    TRY(copy_folder(from.files, to.files));
    TRY(copy_if_there(from.tokens, to.tokens));
    TRY(ledger::write_keys(to.keys, keys));
    const auto erased = TRY(erasure::read_journal(from.erased));
    return erasure::write_journal(to.erased, erased);
}

Result<std::vector<TableProof>> copy_whole(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, const Progress& progress,
                                           const CopyTerms& terms) {
    const auto keys = TRY(ledger::read_keys(from.keys));
    // What is published is never ahead of the store; evidence is there before the act that names
    // it.
    TRY(copy_log(from.log, to.log));
    const auto source = TRY(Opened::at(from));
    const auto target = TRY(Opened::at(to));
    TRY(target.migrate());
    auto copied = TRY(copy_tables(source.sessions(), target.sessions(), terms.made, progress));
    TRY(copy_what_lies_beside(from, to, keys));
    if (terms.before_commit) TRY(terms.before_commit());
    TRY(copied.commit());
    return std::move(copied.proofs);
}

Result<std::vector<TableProof>> fill_folder(const ledger::StorePlaces& store,
                                            const fs::path& folder, Instant now,
                                            const Progress& progress) {
    const auto places = TRY(places_in(folder));
    auto proofs = TRY(copy_store(store, places, progress, {}));
    TRY(write_manifest(folder, {.made_at = now, .tables = proofs}));
    return proofs;
}

}  // namespace

Result<ledger::StorePlaces> places_in(const fs::path& folder) {
    return ledger::StorePlaces::of((folder / store_in_backup).string(), {});
}

Result<std::vector<TableProof>> copy_store(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, const Progress& progress,
                                           const CopyTerms& terms) {
    std::error_code ignored;
    if (to.keys.has_parent_path()) fs::create_directories(to.keys.parent_path(), ignored);
    const auto lock = TRY(sql::StoreLock::take(to.lock.string()));
    TRY(begin_attempt(to));
    auto proofs = copy_whole(from, to, progress, terms);
    // What cannot be cleared away now the next attempt does.
    std::ignore = end_attempt(to);
    return proofs;
}

Result<std::vector<TableProof>> make_backup(const ledger::StorePlaces& store,
                                            const fs::path& folder, Instant now,
                                            const Progress& progress) {
    if (!ledger::is_postgres(store.store) && !fs::exists(store.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    const auto lock = TRY(begin_folder(folder));
    auto proofs = fill_folder(store, folder, now, progress);
    if (proofs) {
        TRY(end_folder(folder));
    } else {
        empty_folder(folder);
    }
    return proofs;
}

Result<std::vector<TableProof>> restore_backup(const fs::path& folder,
                                               const ledger::StorePlaces& store,
                                               const Progress& progress) {
    const auto manifest = TRY(read_manifest(folder));
    const auto from = TRY(places_in(folder));
    {
        const auto opened = TRY(Opened::at(from));
        TRY(opened.migrate());
    }
    return copy_store(from, store, progress, {.made = &manifest, .before_commit = {}});
}

}  // namespace credit::backup
