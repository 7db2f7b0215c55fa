#include "sql/citus/distribute_store.h"

#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sql/citus/citus.sql.h"
#include "sql/citus/placement.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {
namespace {

// Streaming: copying the rows of a large table may be silent for long.
Result<void> call(Session& session, const Statement& statement, std::initializer_list<Value> of) {
    return session.scan(statement, of, [](const RowView&) -> Result<void> { return {}; });
}

// Of a lock, on every node.
Result<void> bound_waits(Session& session) {
    const auto row = TRY(session.find(citus::statements::bound_waits));
    if (!row) return {};
    const auto text = row->text(0);
    TRY(session.execute(Statement{.name = citus::statements::bound_waits.name, .text = text}));
    return {};
}

Result<void> place(Session& session, const Placement& placement) {
    auto transaction = TRY(Transaction::begin(session));
    if (placement.kind == Placement::Kind::Reference) {
        TRY(call(session, citus::statements::copy_to_all, {placement.table}));
    } else {
        const bool first = placement.table == placement.group;
        TRY(call(session, citus::statements::distribute,
                 {placement.table, first ? "none" : placement.group}));
    }
    TRY(call(session, citus::statements::drop_copies, {placement.table}));
    return transaction.commit();
}

Result<std::set<std::string>> find_placed(Session& session) {
    const bool able = session.engine() == Engine::Postgres &&
                      TRY(session.find(citus::statements::find_extension)).has_value();
    if (!able) return fail(ErrorCode::Conflict, "sql.no_citus");
    std::set<std::string> placed;
    for (const auto& row : TRY(session.query(citus::statements::placed))) {
        placed.insert(row.text(0));
    }
    return placed;
}

}  // namespace

Result<Distribution> distribute_store(Session& session,
                                      const std::function<void(std::string_view table)>& progress) {
    const auto placed = TRY(find_placed(session));
    TRY(bound_waits(session));
    Distribution report;
    for (const auto& placement : TRY(placements())) {
        if (placement.kind == Placement::Kind::Local) {
            report.local.push_back(placement.table);
        } else if (placed.contains(placement.table)) {
            report.standing.push_back(placement.table);
        } else {
            progress(placement.table);
            TRY(place(session, placement));
            report.placed.push_back(placement.table);
        }
    }
    return report;
}

}  // namespace credit::sql
