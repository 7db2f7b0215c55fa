#include "desk/follower.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::chrono::milliseconds between_looks{100};

}  // namespace

Follower::~Follower() {
    thread_.request_stop();
    changed_.notify_all();
}

void Follower::own(const ledger::Act& act) {
    const std::scoped_lock lock(guard_);
    told_[act.id] = looks_;
}

Result<std::int64_t> Follower::look() {
    const Time begun = std::chrono::steady_clock::now();
    std::vector<ledger::Act> acts;
    std::int64_t place = 0;
    {
        const std::scoped_lock lock(guard_);
        ++looks_;
    }
    {
        auto lease = TRY(desk_.pool().lease(sql::Access::Read));
        place = TRY(ledger::visit_acts_from(*lease, desk_.keys(), place_,
                                            [&](const ledger::Act& act) -> Result<void> {
                                                acts.push_back(act);
                                                return {};
                                            }));
    }
    const std::int64_t news = tell(acts);
    forget(acts, static_cast<std::size_t>(place - place_));
    place_ = place;
    confirmed_.store(begun);
    confirm_(begun);
    return news;
}

void Follower::start() {
    thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

Grounds Follower::judge() const {
    const std::scoped_lock lock(guard_);
    return against_;
}

std::chrono::milliseconds Follower::behind() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 confirmed_.load());
}

std::int64_t Follower::tell(const std::vector<ledger::Act>& acts) {
    std::int64_t news = 0;
    for (const auto& act : acts) {
        {
            const std::scoped_lock lock(guard_);
            const bool is_news = told_.insert_or_assign(act.id, looks_).second;
            if (!is_news) continue;
        }
        desk_.learn(act);
        ++news;
    }
    return news;
}

// The first ones have their number: they do not come again. Nor does an own act that this look did
// not see: earlier ones were faster than those who told of it.
void Follower::forget(const std::vector<ledger::Act>& acts, std::size_t numbered) {
    const std::scoped_lock lock(guard_);
    for (std::size_t at = 0; at < numbered; ++at) told_.erase(acts[at].id);
    std::erase_if(told_, [this](const auto& each) { return each.second < looks_; });
}

void Follower::run(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        const auto looked = look();
        std::unique_lock lock(guard_);
        against_ = looked ? Grounds{} : looked.error().grounds;
        changed_.wait_for(lock, stopping, between_looks, [] { return false; });
    }
}

}  // namespace credit::desk
