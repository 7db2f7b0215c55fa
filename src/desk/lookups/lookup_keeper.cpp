#include "desk/lookups/lookup_keeper.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "desk/lookups/release_lookups.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/lookups/watch_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_id.h"

namespace credit::desk {
namespace {

constexpr std::chrono::minutes between_seals{5};
constexpr int seals_between_watches = 12;
// No look-up is on its way for so long, and no two nodes' clocks differ by as much.
constexpr std::chrono::milliseconds on_its_way_max{60'000};

}  // namespace

LookupKeeper::LookupKeeper(LookupParts parts, const Clock& clock)
    : parts_(parts),
      clock_(clock),
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
        const Instant settled{clock_.now().milliseconds - on_its_way_max.count()};
        auto outcome = seal(ledger::first_id_at(settled));
        if (outcome && turn % seals_between_watches == 0) outcome = watch();
        report(outcome);
    }
    // Nobody looks up any more: everything has an id before this one.
    report(seal(ledger::new_act_id(clock_.now())));
}

// First of all: whoever judges the clock by the last act judges before there is one of his own.
bool LookupKeeper::wait(const std::stop_token& stopping) {
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, stopping, between_seals, [] { return false; });
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
