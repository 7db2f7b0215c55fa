#include "sql/citus/whole_view.h"

#include <utility>

#include "foundation/result.h"
#include "sql/citus/citus.sql.h"
#include "sql/postgres.sql.h"
#include "sql/postgres/postgres_session.h"
#include "sql/session.h"

namespace credit::sql {
namespace {

// None where the store lies on one node.
Result<PostgresSession*> find_cluster(Session& session) {
    auto* const postgres = dynamic_cast<PostgresSession*>(&session);
    if (postgres == nullptr) return nullptr;
    if (!TRY(session.find(citus::statements::find_extension))) return nullptr;
    return TRY(session.query(citus::statements::placed)).empty() ? nullptr : postgres;
}

}  // namespace

Result<WholeView> WholeView::begin(Session& session) {
    if (auto* const cluster = TRY(find_cluster(session))) {
        TRY(cluster->begin_on_every_node());
    } else {
        TRY(session.begin(Access::Read));
    }
    return WholeView(session);
}

WholeView::WholeView(WholeView&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)) {}

WholeView::~WholeView() {
    if (session_ != nullptr) session_->rollback();
}

Result<void> hold_writers(Session& session) {
    if (session.engine() == Engine::Sqlite) return {};
    TRY(outlast_idleness(session));
    TRY(session.execute(citus::statements::hold_writers));
    return {};
}

Result<void> outlast_idleness(Session& session) {
    if (session.engine() == Engine::Sqlite) return {};
    TRY(session.execute(statements::outlast_idleness));
    return {};
}

Result<void> see_every_node(Session& session) {
    TRY(session.execute(citus::statements::one_connection));
    TRY(session.query(citus::statements::see_every_node));
    return {};
}

}  // namespace credit::sql
