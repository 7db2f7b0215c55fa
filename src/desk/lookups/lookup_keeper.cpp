#include "desk/lookups/lookup_keeper.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "desk/desk.h"
#include "desk/lookups/release_lookups.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/lookups/watch_lookups.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_id.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::chrono::minutes between_seals{5};
constexpr int seals_between_watches = 12;
// No look-up is on its way for so long, and no two nodes' clocks differ by as much: one of another
// node may be as old as both together.
constexpr std::chrono::milliseconds on_its_way_max{60'000};
constexpr std::chrono::milliseconds clocks_differ_max{60'000};

std::chrono::milliseconds up_to_a_minute() {
    std::array<std::uint8_t, 2> drawn{};
    crypto::fill_random(drawn);
    return std::chrono::milliseconds{drawn[0] << 8U | drawn[1]};
}

}  // namespace

LookupKeeper::LookupKeeper(LookupParts parts, const Clock& clock)
    : parts_(parts),
      clock_(clock),
      alone_(parts.desk.pool().engine() == sql::Engine::Sqlite),
      thread_([this](const std::stop_token& stopping) { run(stopping); }) {}

LookupKeeper::~LookupKeeper() {
    thread_.request_stop();
    changed_.notify_all();
}

std::optional<Error> LookupKeeper::failure() const {
    const std::scoped_lock lock(guard_);
    return failure_;
}

void LookupKeeper::run(const std::stop_token& stopping) {
    for (int turn = 0; !wait(stopping); ++turn) {
        auto outcome = seal(settled_id());
        if (outcome && turn % seals_between_watches == 0) outcome = watch();
        report(outcome);
    }
    // Nobody looks up here any more: all that was has an id before a new one. Other nodes go on.
    report(seal(alone_ ? ledger::new_act_id(clock_.now()) : settled_id()));
}

// Ids before it are on their way nowhere.
std::string LookupKeeper::settled_id() const {
    const auto margin = alone_ ? on_its_way_max : on_its_way_max + clocks_differ_max;
    return ledger::first_id_at({clock_.now().milliseconds - margin.count()});
}

// First of all: whoever judges the clock by the last act judges before there is one of his own.
// Nodes that were started together do not seal together for ever.
bool LookupKeeper::wait(const std::stop_token& stopping) {
    const auto apart = alone_ ? std::chrono::milliseconds{0} : up_to_a_minute();
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, stopping, between_seals + apart, [] { return false; });
    return stopping.stop_requested();
}

Result<void> LookupKeeper::seal(const std::string& through_id) {
    const auto sealed = TRY(seal_lookups(parts_, clock_.now(), through_id));
    sealed_.fetch_add(static_cast<std::uint64_t>(sealed), std::memory_order_relaxed);
    return {};
}

Result<void> LookupKeeper::watch() {
    TRY(release_lookups(parts_, clock_.now()));
    const auto raised = TRY(watch_lookups(parts_, clock_.now()));
    signs_.fetch_add(static_cast<std::uint64_t>(raised), std::memory_order_relaxed);
    return {};
}

void LookupKeeper::report(const Result<void>& outcome) {
    const std::scoped_lock lock(guard_);
    failure_.reset();
    if (!outcome) failure_ = outcome.error();
}

}  // namespace credit::desk
