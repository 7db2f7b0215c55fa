#include "ledger/moves/store_move.h"

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/moves/store_move.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::ledger {

Result<void> expect_not_moved(sql::Session& session) {
    bool moved = false;
    TRY(session.read(moves::statements::find_move, {}, [&moved](const sql::RowView&) {
        moved = true;
        return Result<void>();
    }));
    return moved ? fail(ErrorCode::Unavailable, "ledger.store_moved") : Result<void>();
}

Result<void> mark_moved(sql::Session& session, Instant moved_at) {
    TRY(session.execute(moves::statements::insert_move, {moved_at.milliseconds}));
    return {};
}

}  // namespace credit::ledger
