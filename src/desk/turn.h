// The turn (先后) of what makes many rows visible, and of what ends rows: one at a time in the
// whole store, so that the two have one order.
//
// Within the process a mutex; among the nodes of a PostgreSQL store also the lock of a home key
// that holds nothing, kept by a transaction which changes nothing (docs/decisions/0013).
//
// Whoever takes it first finishes what was left: rows that were accepted are visible, staged ones
// of which nobody knows any more are gone (docs/decisions/0239).

#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include "foundation/result.h"
#include "foundation/threads/closable_mutex.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {

class Desk;

// Held until it is destroyed.
class Turn {
public:
    // Waits for whoever has the turn: here without limit, for another node ten minutes, and then
    // "sql.try_again"; "desk.closing" once the desk is closed, ten seconds later at most.
    static Result<Turn> take(Desk& desk);
    // None where somebody has it. Waits no longer than a lock of the store is waited for.
    static Result<std::optional<Turn>> take_if_free(Desk& desk);
    // Only finishes what was left, unless somebody has the turn and will have done so. Waits no
    // longer than a lock of the store is waited for.
    static Result<void> finish_left(Desk& desk);

    // Before what was prepared takes effect: Unavailable when the turn was lost with its session.
    Result<void> confirm();

private:
    explicit Turn(std::unique_lock<ClosableMutex> here) : here_(std::move(here)) {}
    Result<void> wait_for_nodes(Desk& desk, int waits_most);
    Result<void> lock_among_nodes(sql::Session& session);

    std::unique_lock<ClosableMutex> here_;
    std::optional<sql::Lease> session_;
    std::optional<sql::Transaction> among_nodes_;  // ends before its session is given back
};

}  // namespace credit::desk
