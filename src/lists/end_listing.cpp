#include "lists/end_listing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act_store.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/step.h"
#include "lookups/correction.h"

namespace credit::lists {
namespace {

constexpr std::string_view annulled_as = "annulled";
constexpr std::string_view repaired_as = "repaired";
constexpr std::array<std::string_view, 6> reasons{"performed",        "corrected",
                                                  "early_removal",    applicant_request,
                                                  "decision_changed", "court_order"};

// luzhengfa-2017-44 item 20: whoever was shown it is told that it was wrong, or is over.
Result<void> tell_reached(const access::Occasion& occasion, Step& step,
                          const lookups::Reached& reached, std::string_view reason) {
    const auto told = TRY(lookups::told_ended(occasion, reached, reason, step.listing.authority));
    step.told = lookups::to_json(told);
    if (!told.empty()) step.said["told_openly"] = lookups::told_openly(reached);
    return {};
}

// One that is over already was over from its own day.
Step ended(std::string_view kind, Listing listing, Date day, std::string_view as) {
    Step step{.kind = kind, .listing = std::move(listing), .happened_on = day};
    step.listing.state = State::Ended;
    step.listing.ended_on = step.listing.ended_on.value_or(day);
    step.listing.ended_as = as;
    step.listing.held_by = std::nullopt;
    return step;
}

// Early removal only where the standard knows it, and not before its day.
void require_early_day(Grounds& grounds, const Found& found, const access::Occasion& occasion,
                       const std::optional<Date>& corrected_on) {
    const auto& early = found.standard.early_removal;
    require(grounds, early.has_value(), "lists.no_early_removal");
    if (!early) return;
    if (early->from_correction) {
        require(grounds, corrected_on.has_value(), "lists.corrected_on_missing");
        require(grounds, !corrected_on || *corrected_on <= occasion.day,
                "lists.corrected_in_future");
    }
    const auto& start = early->from_correction ? corrected_on : found.listing.from_on;
    if (!start) return;
    const Date last = occasion.law.calendar().last_day_of(early->earliest, *start).day;
    require(grounds, occasion.day > last, "lists.removal_too_early", {calendar::to_text(last)});
}

// sd-social-credit-regulation-2020 art. 40: an error never waits, whether or not the listing still
// binds (decision 0232).
void require_not_annulled(Grounds& grounds, const Listing& listing) {
    require_state(grounds, listing,
                  {State::Proposed, State::Noticed, State::Decided, State::InForce, State::Ended});
    require(grounds, listing.ended_as != annulled_as, "lists.annulled_already");
}

void keep_expiry_running(Step& step, const catalogue::ListStandard& standard) {
    if (const auto last = step.listing.last_day()) {
        step.running.push_back({.kind = "lists.expiry",
                                .due_on = *last,
                                .article = law::to_text(standard.bases.front().citation)});
    }
}

}  // namespace

Result<ledger::Draft> remove_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const Removal& removal) {
    TRY(access::authorise(occasion.principal, "remove_listing", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::InForce});
    require_own(grounds, occasion, found.listing);
    require(grounds, std::ranges::find(reasons, removal.reason) != reasons.end(),
            "lists.removal_reason");
    require(grounds, !removal.document_number.empty(), "lists.document_missing");
    if (removal.reason == "early_removal") {
        require_early_day(grounds, found, occasion, removal.corrected_on);
    }
    // Where nobody asks for a listing, nobody can let it go.
    require(grounds, removal.reason != applicant_request || found.standard.relisting_wait,
            "lists.removal_reason");
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step =
        ended("lists.remove_listing", std::move(found.listing), occasion.day, removal.reason);
    step.said = {{"document_number", removal.document_number}, {"words", removal.words}};
    if (removal.corrected_on) {
        step.said["corrected_on"] = calendar::to_text(*removal.corrected_on);
    }
    TRY(tell_reached(occasion, step, removal.reached, removal.reason));
    return draft_of(step);
}

Result<ledger::Draft> annul_listing(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view listing_id, const Removal& removal) {
    TRY(access::authorise(occasion.principal, "annul_listing", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_not_annulled(grounds, found.listing);
    require_own(grounds, occasion, found.listing);
    require(grounds, !removal.words.empty(), "lists.reasons_missing");
    require(grounds, !removal.document_number.empty(), "lists.document_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step = ended("lists.annul_listing", std::move(found.listing), occasion.day, annulled_as);
    step.said = {{"document_number", removal.document_number}, {"words", removal.words}};
    TRY(tell_reached(occasion, step, removal.reached, annulled_as));
    return draft_of(step);
}

Result<JsonObject> annulled(const access::Occasion& occasion, std::string_view subject_key,
                            std::string_view listing_id) {
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    // A service that failed may have taken it back to where it was proposed.
    Grounds grounds;
    require_not_annulled(grounds, found.listing);
    if (!grounds.empty()) return refuse(std::move(grounds));
    return body_of(
        ended("lists.annul_listing", std::move(found.listing), occasion.day, annulled_as));
}

Result<JsonObject> ended_with_standard(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view listing_id,
                                       Date from, const lookups::Reached& reached) {
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::InForce});
    if (!grounds.empty()) return refuse(std::move(grounds));
    // Also when it is carried out late: nothing rested on the standard from that day on.
    auto step = ended("lists.end_with_standard", std::move(found.listing), from, "standard_ended");
    TRY(tell_reached(occasion, step, reached, "standard_ended"));
    return body_of(step);
}

Result<JsonObject> shortened(const access::Occasion& occasion, std::string_view subject_key,
                             std::string_view listing_id, Date through_on) {
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    // Of a repaired one it is the day until which it would stand again.
    if (found.listing.ended_as != repaired_as) {
        require_state(grounds, found.listing, {State::InForce});
    }
    const auto last = found.listing.last_day();
    require(grounds, !last || through_on < *last, "lists.end_not_earlier");
    if (!grounds.empty()) return refuse(std::move(grounds));
    Step step{.kind = "lists.shorten_listing",
              .listing = std::move(found.listing),
              .happened_on = occasion.day};
    step.listing.through_on = through_on;
    if (step.listing.state == State::InForce) keep_expiry_running(step, found.standard);
    return body_of(step);
}

Result<ledger::Draft> suspend_listing(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view listing_id,
                                      std::string_view reason) {
    TRY(access::authorise(occasion.principal, "suspend_listing", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::InForce});
    // luzhengfa-2017-44 item 20: whoever keeps the register may stop what must be verified.
    if (occasion.principal.role != access::Role::CreditOffice) {
        require_own(grounds, occasion, found.listing);
    }
    require(grounds, !found.listing.held_by, "lists.already_held");
    require(grounds, !reason.empty(), "lists.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.suspend_listing",
              .listing = std::move(found.listing),
              .happened_on = occasion.day,
              .said = {{"reason", reason}}};
    step.listing.held_by = occasion.act_id;
    keep_expiry_running(step, found.standard);
    return draft_of(step);
}

Result<ledger::Draft> resume_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, std::string_view reason) {
    TRY(access::authorise(occasion.principal, "resume_listing", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::InForce});
    require_own(grounds, occasion, found.listing);
    require(grounds, found.listing.held_by.has_value(), "lists.not_held");
    // guobanfa-2025-22: what a repair holds stands again by its evaluation alone.
    if (found.listing.held_by) {
        const auto by =
            TRY(ledger::kind_of_act(occasion.session, subject_key, *found.listing.held_by));
        require(grounds, by == "lists.suspend_listing", "lists.held_by_repair");
    }
    require(grounds, !reason.empty(), "lists.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.resume_listing",
              .listing = std::move(found.listing),
              .happened_on = occasion.day,
              .said = {{"reason", reason}}};
    step.listing.held_by = std::nullopt;
    keep_expiry_running(step, found.standard);
    return draft_of(step);
}

Result<ledger::Draft> expire_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id) {
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::InForce});
    const auto last = found.listing.last_day();
    require(grounds, last && occasion.day > *last, "lists.not_yet_over");
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(
        ended("lists.expire_listing", std::move(found.listing), occasion.day, "expired"));
}

Result<ledger::Draft> expire_due(const access::Occasion& occasion,
                                 const ledger::StatutoryClock& clock) {
    return expire_listing(occasion, clock.subject_key, clock.about_id);
}

}  // namespace credit::lists
