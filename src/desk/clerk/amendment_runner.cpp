#include "desk/clerk/amendment_runner.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <iterator>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "amendments/carry_out.h"
#include "amendments/dry_run.h"
#include "amendments/follow.h"
#include "amendments/trial.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "execution/start_action.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// In one transaction, and in one look: counters and windows go first.
constexpr std::int64_t touched_at_once = 200;
constexpr int turns_of_a_look = 5;

Caller clerk_at(Instant now) {
    return {.principal = register_itself(), .channel = "clerk", .received_at = now};
}

}  // namespace

void AmendmentRunner::saw(const ledger::Act& act) {
    if (amendments::changes_the_catalogue(act)) anew_.store(true, std::memory_order_relaxed);
}

Result<std::int64_t> AmendmentRunner::look(Instant now) {
    const Date today = day_of(now);
    if (!work_) {
        const bool called = anew_.exchange(false, std::memory_order_relaxed);
        if (!called && looked_on_ == today) return 0;
        TRY(find_work(now));
        looked_on_ = today;
        if (!work_) return 0;
    }
    std::int64_t acts = 0;
    for (int turn = 0; turn < turns_of_a_look && work_; ++turn) acts += TRY(touch_some(now));
    return acts;
}

// The first whose day has come; the others when it is carried out.
Result<void> AmendmentRunner::find_work(Instant now) {
    auto lease = TRY(desk_.pool().lease(sql::Access::Read));
    for (const auto& amendment : TRY(amendments::AmendmentRegister(*lease).binding())) {
        if (amendment.state != "approved" || amendment.from() > day_of(now)) continue;
        auto trial = TRY(
            amendments::Trial::of(*lease, desk_.catalogue(), desk_.law(),
                                  {.id = amendment.amendment_id, .content = amendment.content}));
        auto standards = trial.standards();
        work_.emplace(Work{.trial = std::move(trial), .standards = std::move(standards)});
        return {};
    }
    return {};
}

Result<std::int64_t> AmendmentRunner::touch_some(Instant now) {
    CHECK(work_.has_value());
    Work& work = *work_;
    if (work.at == work.standards.size()) {
        if (!work.touched) return complete(now);
        // What was served meanwhile, under a key that was passed.
        work.touched = false;
        work.at = 0;
        return 0;
    }
    std::vector<execution::ListingPlace> places;
    {
        auto lease = TRY(desk_.pool().lease(sql::Access::Read));
        places = TRY(amendments::not_touched(*lease, work.trial, work.standards[work.at],
                                             work.place, touched_at_once));
    }
    const auto looked = TRY(lookups::lease_settled(lookups_));
    const auto find_reached = [&](sql::Session& session, const execution::ListingPlace& place) {
        const WhereShown where{.store = session,
                               .lookups = *looked,
                               .key = desk_.keys().hmac,
                               .law = desk_.law(),
                               .catalogue = desk_.catalogue()};
        return reached_by(
            where, {.subject_key = place.subject_key, .id = place.listing_id, .day = day_of(now)});
    };
    std::vector<desk::Work> works;
    works.reserve(places.size());
    for (const auto& place : places) {
        works.push_back(
            {.home_key = place.subject_key, .decide = [&](const access::Occasion& occasion) {
                 return amendments::touch_listing(occasion, work.trial, place, find_reached);
             }});
    }
    const auto acts = TRY(desk_.perform_together(clerk_at(now), works));
    work.touched |= !acts.empty();
    if (std::ssize(places) < touched_at_once) {
        ++work.at;
        work.place = {};
    } else {
        work.place = places.back();
    }
    return std::ssize(acts);
}

Result<std::int64_t> AmendmentRunner::complete(Instant now) {
    CHECK(work_.has_value());
    auto& trial = work_->trial;
    amendments::Figures figures;
    {
        auto lease = TRY(desk_.pool().lease(sql::Access::Read));
        figures = TRY(amendments::figures_of(*lease, trial));
    }
    const auto act = desk_.perform(
        clerk_at(now), amendments::catalogue_home, [&](const access::Occasion& occasion) {
            return amendments::complete_amendment(occasion, trial.id(),
                                                  amendments::report_of(trial, figures));
        });
    // Refused: another node completed it.
    if (!act && act.error().code != ErrorCode::Refused) return std::unexpected(act.error());
    work_.reset();
    anew_.store(true, std::memory_order_relaxed);  // another may be due
    return act ? 1 : 0;
}

}  // namespace credit::desk
