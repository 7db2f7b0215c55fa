#include "desk/turn.h"

#include <expected>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "desk/desk.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "records/accept_submission.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::string_view home_of_turn = "turn";  // no subject's and no authority's
constexpr int waits_max = 60;                      // of the ten seconds that a lock is waited for

bool came_too_early(const Error& error) {
    return !error.grounds.empty() && error.grounds.front().word == "sql.try_again";
}

Result<void> finish(Desk& desk) {
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Write));
        const auto left = TRY(records::find_left(*lease));
        if (left.empty()) return {};
        TRY(records::finish(*lease, left));
    }
    desk.tell_of_rows();
    return {};
}

}  // namespace

Result<Turn> Turn::take(Desk& desk) {
    if (!desk.submitting().lock_while_open()) return std::unexpected(desk.still_open().error());
    Turn turn{std::unique_lock(desk.submitting(), std::adopt_lock)};
    TRY(turn.wait_for_nodes(desk, waits_max));
    TRY(finish(desk));
    return turn;
}

Result<std::optional<Turn>> Turn::take_if_free(Desk& desk) {
    Turn turn{std::unique_lock(desk.submitting(), std::try_to_lock)};
    if (!turn.here_.owns_lock()) return std::nullopt;
    auto taken = turn.wait_for_nodes(desk, 1);
    if (!taken && came_too_early(taken.error())) return std::nullopt;
    if (!taken) return std::unexpected(std::move(taken).error());
    TRY(finish(desk));
    return turn;
}

Result<void> Turn::finish_left(Desk& desk) {
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Read));
        if (TRY(records::find_left(*lease)).empty()) return {};
    }
    TRY(take_if_free(desk));
    return {};
}

Result<void> Turn::wait_for_nodes(Desk& desk, int waits_most) {
    if (desk.pool().engine() == sql::Engine::Sqlite) return {};
    auto& session = session_.emplace(TRY(desk.pool().lease(sql::Access::Write)));
    for (int wait = 1;; ++wait) {
        auto taken = lock_among_nodes(*session);
        if (taken) return {};
        if (!came_too_early(taken.error()) || wait == waits_most) return taken;
        TRY(desk.still_open());
    }
}

Result<void> Turn::lock_among_nodes(sql::Session& session) {
    among_nodes_.reset();
    among_nodes_.emplace(TRY(sql::Transaction::begin(session)));
    return confirm();
}

Result<void> Turn::confirm() {
    if (among_nodes_) TRY(ledger::lock_home(among_nodes_->session(), home_of_turn));
    return {};
}

}  // namespace credit::desk
