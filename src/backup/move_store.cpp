#include "backup/move_store.h"

#include <filesystem>
#include <vector>

#include "backup/copy_store.h"
#include "backup/table_proof.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/moves/store_move.h"
#include "ledger/store_places.h"
#include "sql/citus/whole_view.h"
#include "sql/migrate.h"
#include "sql/session.h"
#include "sql/store_lock.h"

namespace credit::backup {

Result<std::vector<TableProof>> move_store(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, Instant now,
                                           const Progress& progress) {
    if (!ledger::is_postgres(from.store) && !std::filesystem::exists(from.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    const auto lock = TRY(sql::StoreLock::take(from.lock.string()));
    const auto gate = TRY(sql::open_session(from.store));
    const auto lacking = TRY(sql::lacking_migrations(*gate));
    if (!lacking.empty()) return fail(ErrorCode::Conflict, "backup.other_version");
    auto closing = TRY(sql::Transaction::begin(*gate));
    TRY(sql::hold_writers(*gate));
    TRY(ledger::expect_not_moved(*gate));
    // Marked before the copy is committed, so that only the last word can fail after it.
    auto proofs = TRY(copy_store(from, to, progress, {.made = nullptr, .before_commit = [&] {
                                                          return ledger::mark_moved(*gate, now);
                                                      }}));
    const auto closed = closing.commit();
    if (!closed) return fail(ErrorCode::Unavailable, "backup.old_not_closed");
    return proofs;
}

}  // namespace credit::backup
