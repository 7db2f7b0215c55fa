#include "desk/turn.h"

#include <expected>
#include <mutex>
#include <string_view>

#include "desk/desk.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::string_view home_of_turn = "turn";  // no subject's and no authority's
constexpr int waits_max = 60;                      // of the ten seconds that a lock is waited for

bool came_too_early(const Error& error) {
    return !error.grounds.empty() && error.grounds.front().word == "sql.try_again";
}

}  // namespace

Result<Turn> Turn::take(Desk& desk) {
    if (!desk.submitting().lock_while_open()) return std::unexpected(desk.still_open().error());
    Turn turn{std::unique_lock(desk.submitting(), std::adopt_lock)};
    if (desk.pool().engine() == sql::Engine::Sqlite) return turn;
    auto& session = turn.session_.emplace(TRY(desk.pool().lease(sql::Access::Write)));
    for (int wait = 1;; ++wait) {
        const auto taken = turn.lock_among_nodes(*session);
        if (taken) return turn;
        if (!came_too_early(taken.error()) || wait == waits_max) {
            return std::unexpected(taken.error());
        }
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
