#include "desk/corrections/correction_teller.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <iterator>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "records/corrections/correction_register.h"
#include "records/corrections/tell_correction.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// In one transaction, and in one look: counters and windows go first.
constexpr std::int64_t told_at_once = 200;
constexpr int turns_of_a_look = 5;

}  // namespace

Result<std::int64_t> CorrectionTeller::look(Instant now) {
    std::int64_t acts = 0;
    for (int turn = 0; turn < turns_of_a_look; ++turn) {
        if (!work_) TRY(find_work(day_of(now)));
        if (!work_) break;
        acts += TRY(tell_some(now));
    }
    return acts;
}

Result<void> CorrectionTeller::find_work(Date today) {
    const bool called = anew_.exchange(false, std::memory_order_relaxed);
    if (!called && looked_on_ == today) return {};
    auto lease = desk_.pool().lease(sql::Access::Read);
    auto found = lease ? records::CorrectionRegister(**lease).to_tell()
                       : std::unexpected(std::move(lease).error());
    if (!found) {
        saw_rows();  // again
        return std::unexpected(std::move(found).error());
    }
    looked_on_ = today;
    auto& waiting = *found;
    if (!waiting) return {};
    saw_rows();  // another may wait
    work_ = Work{.submission = *std::move(waiting)};
    return {};
}

Result<std::vector<CorrectionTeller::ToTell>> CorrectionTeller::next_to_tell(Date day) const {
    CHECK(work_.has_value());
    const auto& [submission, place] = *work_;
    const auto* const kind =
        TRY(desk_.catalogue().kinds.find_version(submission.kind, submission.version));
    std::vector<ToTell> next;
    if (!kind->adverse) return next;
    auto lease = TRY(desk_.pool().lease(sql::Access::Read));
    auto replaced = TRY(records::CorrectionRegister(*lease).replaced_by(submission.submission_id,
                                                                        place, told_at_once));
    const auto looked = TRY(lookups::lease_settled(lookups_));
    const WhereShown where{.store = *lease,
                           .lookups = *looked,
                           .key = desk_.keys().hmac,
                           .law = desk_.law(),
                           .catalogue = desk_.catalogue()};
    for (auto& each : replaced) {
        auto reached = TRY(reached_by(where, {.subject_key = each.subject_key,
                                              .id = each.replaced,
                                              .day = day,
                                              .but = each.record}));
        next.push_back({.replacement = std::move(each), .reached = std::move(reached)});
    }
    return next;
}

Result<std::int64_t> CorrectionTeller::tell_some(Instant now) {
    CHECK(work_.has_value());
    const auto next = TRY(next_to_tell(day_of(now)));
    std::vector<desk::Work> works;
    works.reserve(next.size());
    for (const auto& each : next) {
        works.push_back({.home_key = each.replacement.subject_key,
                         .decide = [&each](const access::Occasion& occasion) {
                             return records::tell_correction(occasion, each.replacement,
                                                             each.reached);
                         }});
    }
    const auto acts = TRY(desk_.perform_together(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, works));
    if (std::ssize(next) < told_at_once) {
        TRY(finish());
    } else {
        work_->place = next.back().replacement;
    }
    return std::ssize(acts);
}

Result<void> CorrectionTeller::finish() {
    CHECK(work_.has_value());
    auto lease = TRY(desk_.pool().lease(sql::Access::Write));
    TRY(records::CorrectionRegister(*lease).all_told(work_->submission.submission_id));
    work_.reset();
    return {};
}

}  // namespace credit::desk
