#include "ledger/act_store.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_row.h"
#include "ledger/act_store.sql.h"
#include "ledger/keys.h"
#include "ledger/moves/store_move.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::ledger {
namespace {

constexpr std::int64_t chunk = 500;

struct HomeLock {
    std::int64_t version;
    std::string last_act;  // the largest act id under the key
};

Result<HomeLock> raise_version(sql::Session& session, std::string_view home_key,
                               std::string_view act_id) {
    const auto row = TRY(session.find(statements::lock_home, {home_key, act_id}));
    CHECK(row.has_value());
    return HomeLock{.version = row->integer(0), .last_act = row->text(1)};
}

Result<void> show(const Keys& keys, const sql::Rows& rows, const ActVisitor& visitor) {
    for (const auto& row : rows) {
        const auto act = TRY(open_row(keys, ActRow(row)));
        TRY(visitor(act));
    }
    return {};
}

}  // namespace

Result<std::int64_t> lock_home(sql::Session& session, std::string_view home_key) {
    const auto lock = TRY(raise_version(session, home_key, ""));
    return lock.version;
}

Result<std::int64_t> home_version(sql::Session& session, std::string_view home_key) {
    const auto row = TRY(session.find(statements::find_home_version, {home_key}));
    return row ? row->integer(0) : 0;
}

Result<void> append(sql::Session& session, const Keys& keys, const Act& act) {
    CHECK(!act.id.empty() && !act.home_key.empty() && !act.body_erased);
    const auto lock = TRY(raise_version(session, act.home_key, act.id));
    TRY(expect_not_moved(session));
    const auto sealed = seal_body(keys, act);
    const auto commitment = commitment_of(act, lock.version, sealed.body);
    const auto occurred_on = calendar::to_text(act.occurred_on);
    TRY(session.execute(
        statements::insert_act,
        {act.home_key, act.id, lock.version, act.kind, act.performed_by, act.on_behalf_of,
         act.channel, occurred_on, act.recorded_at.milliseconds, BytesView(act.law_digest),
         act.idempotency_key, BytesView(sealed.body), BytesView(commitment)}));
    TRY(session.execute(statements::insert_key, {act.home_key, act.id, BytesView(sealed.key)}));
    TRY(session.execute(statements::insert_unsequenced, {act.home_key, act.id, lock.last_act,
                                                         lock.version, BytesView(commitment)}));
    return {};
}

Result<Act> read_act(sql::Session& session, const Keys& keys, std::string_view home_key,
                     std::string_view act_id) {
    const auto row = TRY(session.find(statements::find_act, {home_key, act_id}));
    if (!row) return fail(ErrorCode::NotFound, "ledger.no_such_act");
    return open_row(keys, ActRow(*row));
}

Result<std::string> kind_of_act(sql::Session& session, std::string_view home_key,
                                std::string_view act_id) {
    const auto row = TRY(session.find(statements::kind_of_act, {home_key, act_id}));
    if (!row) return fail(ErrorCode::NotFound, "ledger.no_such_act");
    return row->text(0);
}

Result<std::optional<Instant>> last_recorded_at(sql::Session& session) {
    std::optional<Instant> last;
    for (const auto* const statement :
         {&statements::find_last_recorded, &statements::find_last_waiting}) {
        const auto row = TRY(session.find(*statement));
        if (!row || row->is_null(0)) continue;
        const Instant recorded{row->integer(0)};
        if (!last || *last < recorded) last = recorded;
    }
    return last;
}

Result<void> visit_acts(sql::Session& session, const Keys& keys, const ActVisitor& visitor) {
    TRY(visit_acts_from(session, keys, 0, visitor));
    return {};
}

Result<std::int64_t> log_size(sql::Session& session) {
    const auto head = TRY(session.find(statements::find_log_size));
    return head ? head->integer(0) : 0;
}

Result<std::int64_t> committed_acts(sql::Session& session) {
    const auto waiting = TRY(session.find(statements::count_waiting));
    const auto numbered = TRY(log_size(session));
    return numbered + (waiting ? waiting->integer(0) : 0);
}

// What waits is read first: whatever it does not show was numbered by then, and stands before the
// size that is read after it; what is numbered meanwhile is shown in its place alone. On a cluster
// too, where the head moves before anything waits no more.
Result<std::int64_t> visit_acts_from(sql::Session& session, const Keys& keys, std::int64_t place,
                                     const ActVisitor& visitor) {
    std::vector<ActRow> waiting;
    std::set<std::pair<std::string, std::string>> waits_still;  // home key and id
    for (const auto& row : TRY(session.query(statements::find_waiting_acts))) {
        const auto& act = waiting.emplace_back(row).act;
        waits_still.emplace(act.home_key, act.id);
    }
    const std::int64_t size = TRY(log_size(session));
    const auto visit_numbered = [&](const Act& act) {
        waits_still.erase({act.home_key, act.id});
        return visitor(act);
    };
    for (std::int64_t first = place; first < size; first += chunk) {
        const auto last = std::min(first + chunk, size);
        const auto rows = TRY(session.query(statements::find_logged_acts, {first, last}));
        if (std::cmp_not_equal(rows.size(), last - first))
            return fail(ErrorCode::Unavailable, "ledger.acts_missing");
        TRY(show(keys, rows, visit_numbered));
    }
    for (const auto& row : waiting) {
        if (!waits_still.contains({row.act.home_key, row.act.id})) continue;
        const auto act = TRY(open_row(keys, row));
        TRY(visitor(act));
    }
    return std::max(place, size);
}

Result<void> visit_acts_of(sql::Session& session, const Keys& keys, std::string_view home_key,
                           const ActVisitor& visitor) {
    std::int64_t after = 0;
    for (;;) {
        const auto rows = TRY(session.query(statements::find_acts_of, {home_key, after, chunk}));
        TRY(show(keys, rows, visitor));
        if (std::cmp_less(rows.size(), chunk)) return {};
        after = ActRow(rows.back()).home_version;
    }
}

Result<void> erase_body(sql::Session& session, std::string_view home_key, std::string_view act_id,
                        std::string_view erased_by) {
    const auto known = TRY(session.find(statements::find_act, {home_key, act_id}));
    if (!known) return fail(ErrorCode::NotFound, "ledger.no_such_act");
    TRY(session.query(statements::insert_erasure, {home_key, act_id, erased_by}));
    TRY(session.execute(statements::delete_key, {home_key, act_id}));
    return {};
}

}  // namespace credit::ledger
