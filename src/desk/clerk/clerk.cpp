#include "desk/clerk/clerk.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <iterator>
#include <mutex>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "desk/clerk/due_acts.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "ledger/act_store.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

constexpr milliseconds between_looks{1000};
constexpr std::int64_t of_a_bucket_at_once = 1000;
constexpr std::size_t clocks_at_once = 1000;  // in one transaction
// The longest time without any act that a register in use can show: the longest official holiday
// and a week. Past it the machine's clock is doubted until somebody confirms it.
constexpr milliseconds longest_pause = days{16};
// Looks are a second apart; a machine that slept or was set shows more.
constexpr milliseconds longest_step = hours{6};

const access::Principal& clerk() {
    static const access::Principal principal{
        .account = "clerk", .role = access::Role::Operator, .authority = "", .subject_key = ""};
    return principal;
}

milliseconds between(Instant from, Instant to) {
    return milliseconds{to.milliseconds - from.milliseconds};
}

// It was due when it was read: the clerk of another node may have performed it since, or whoever
// owed it done it.
Result<ledger::Draft> decide_if_running(const access::Occasion& occasion,
                                        const ledger::StatutoryClock& clock, Due decide) {
    const bool running = TRY(ledger::is_running(occasion.session, clock));
    if (!running) return fail(ErrorCode::Refused, "ledger.clock_over");
    return decide(occasion, clock);
}

}  // namespace

Clerk::~Clerk() {
    thread_.request_stop();
    changed_.notify_all();
}

void Clerk::start(Pause pause) {
    pause_ = pause;
    thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

// By subject, whichever bucket it is in: neighbours share pages of the store, and a commit writes
// few of them.
Result<std::int64_t> Clerk::sweep(Instant now) {
    std::int64_t performed = 0;
    std::vector<ledger::DueQuery> queries;
    queries.reserve(ledger::buckets);
    for (std::int64_t bucket = 0; bucket < ledger::buckets; ++bucket) {
        queries.push_back(
            {.bucket = bucket, .last_day = day_of(now) - days{1}, .limit = of_a_bucket_at_once});
    }
    for (;;) {
        auto due = TRY(some_due(queries));
        if (due.empty()) return performed;
        std::ranges::stable_sort(due, {}, &ledger::StatutoryClock::subject_key);
        for (std::span rest(due); !rest.empty();) {
            const auto together = rest.first(std::min(rest.size(), clocks_at_once));
            performed += TRY(perform(together, now));
            rest = rest.subspan(together.size());
        }
    }
}

Grounds Clerk::judge() const {
    const std::scoped_lock lock(guard_);
    return against_;
}

void Clerk::run(const std::stop_token& stopping) {
    work_after_checks();
    while (!stopping.stop_requested()) {
        pass();
        std::unique_lock lock(guard_);
        changed_.wait_for(lock, stopping, between_looks, [] { return false; });
    }
}

void Clerk::look() const {
    for (const auto& work : at_each_look_) work();
}

void Clerk::pass() {
    look();
    const Instant now = clock_.now();
    if (!time_is_trusted(now)) return;
    const Date today = day_of(now);
    Grounds found;
    if (!swept_ || *swept_ < today) {
        const auto outcome = sweep(now);
        // An act may set a clock whose day is past already: the next look finds it.
        if (!outcome) {
            found = outcome.error().grounds;
        } else if (*outcome == 0) {
            swept_ = today;
        }
    }
    for (const auto& work : when_trusted_) {
        const auto done = work(now);
        if (!done && found.empty()) found = done.error().grounds;
    }
    const std::scoped_lock lock(guard_);
    against_ = std::move(found);
}

bool Clerk::time_is_trusted(Instant now) {
    const bool first = !seen_;
    if (first) {
        auto lease = desk_.pool().lease(sql::Access::Read);
        const auto last =
            lease ? ledger::last_recorded_at(**lease) : std::unexpected(lease.error());
        if (!last) return false;
        seen_ = *last;
        if (!seen_) seen_ = now;
    }
    const auto step = between(*seen_, now);
    const auto longest = first ? longest_pause : longest_step;
    const bool confirmed = first && pause_ == Pause::Confirmed;
    const bool leapt = step > longest && !confirmed;
    const bool back = step < -longest_step;
    if (!leapt && !back) {
        seen_ = now;
        return true;
    }
    const std::scoped_lock lock(guard_);
    against_ = {Ground{.word = leapt ? "desk.clock_leapt" : "desk.clock_went_back"}};
    return false;
}

// By day within each subject. The queries go on from there.
Result<std::vector<ledger::StatutoryClock>> Clerk::some_due(
    std::vector<ledger::DueQuery>& queries) const {
    std::vector<ledger::StatutoryClock> due;
    auto lease = TRY(desk_.pool().lease(sql::Access::Read));
    for (auto& query : queries) {
        auto some = TRY(ledger::due_clocks(*lease, query));
        if (some.empty()) continue;
        query.after = some.back();
        std::ranges::move(some, std::back_inserter(due));
    }
    return due;
}

Result<std::int64_t> Clerk::perform(std::span<const ledger::StatutoryClock> due, Instant now) {
    std::vector<Work> works;
    for (const auto& clock : due) {
        const Due decide = due_act_of(clock.kind);
        if (decide == nullptr) continue;
        works.push_back({.home_key = clock.subject_key,
                         .decide = [&clock, decide](const access::Occasion& occasion) {
                             return decide_if_running(occasion, clock, decide);
                         }});
    }
    if (works.empty()) return 0;
    const auto acts = TRY(desk_.perform_together(
        {.principal = clerk(), .channel = "clerk", .received_at = now}, works));
    return static_cast<std::int64_t>(acts.size());
}

}  // namespace credit::desk
