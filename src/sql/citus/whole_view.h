// One view of the whole store (全库快照), also of one that lies on several nodes of a Citus
// cluster, each of which knows only what was committed on it. For what compares across subjects.

#pragma once

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::sql {

// Elsewhere a reading transaction; on a cluster it waits for the writers at work, and other writers
// wait until it has begun.
class WholeView {
public:
    static Result<WholeView> begin(Session& session);
    WholeView(WholeView&& other) noexcept;
    WholeView& operator=(WholeView&&) = delete;
    WholeView(const WholeView&) = delete;
    WholeView& operator=(const WholeView&) = delete;
    ~WholeView();

private:
    explicit WholeView(Session& session) : session_(&session) {}
    Session* session_;
};

// Within a transaction that writes, until its end: it waits for the writers at work, and then the
// others wait for it. On SQLite it is the one writer anyhow. "sql.try_again" when one of those at
// work takes too long.
Result<void> hold_writers(Session& session);
// Within the transaction of a reading view on a cluster.
Result<void> see_every_node(Session& session);

// Within a transaction that is to stand open while other work is done: it is not ended for that.
Result<void> outlast_idleness(Session& session);

}  // namespace credit::sql
