#include "lists/decide_listing.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_term.h"
#include "lists/step.h"
#include "notices/record_service.h"
#include "notices/service.h"
#include "notices/service_register.h"

namespace credit::lists {
namespace {

using catalogue::ListStandard;

constexpr std::string_view decision_notice = "notices.listing_decided";

// guobanfa-2020-49: told before, and heard.
void require_hearing(Grounds& grounds, const ListStandard& standard, const Listing& listing,
                     const Decision& decision) {
    if (standard.notice.required && !listing.exemption) {
        require(grounds, listing.noticed_on.has_value(), "lists.notice_missing");
        if (listing.window_through && !listing.waived) {
            require(grounds, window_closed(listing, decision.decided_on), "lists.window_open",
                    {calendar::to_text(*listing.window_through)});
        }
    }
    // A waiver shortens the window; it lets nobody decide before the subject was told.
    if (listing.noticed_on) {
        require(grounds, decision.decided_on >= *listing.noticed_on, "lists.decided_before_notice",
                {calendar::to_text(*listing.noticed_on)});
    } else {
        require(grounds, decision.decided_on >= listing.proposed_on,
                "lists.decided_before_proposal", {calendar::to_text(listing.proposed_on)});
    }
    // administrative-penalty-law-2021 art. 45: what was said is answered.
    require(grounds, !listing.unanswered || !decision.answer.empty(),
            "lists.statement_not_answered");
    require(grounds, !listing.hearing_requested || listing.hearing_held || !standard.notice.hearing,
            "lists.hearing_not_held");
}

void require_document(Grounds& grounds, const ListStandard& standard, const Decision& decision,
                      Date day) {
    require(grounds, !decision.document_number.empty(), "lists.document_missing");
    require(
        grounds,
        std::ranges::find(standard.documents, decision.document_kind) != standard.documents.end(),
        "lists.document_kind");
    require(grounds, decision.decided_on <= day, "lists.document_in_future");
    require(grounds, !decision.reasons.empty(), "lists.reasons_missing");
    require(grounds, !standard.consent_of_upper_level || !decision.upper_level_consent.empty(),
            "lists.consent_missing");
}

// guobanfa-2020-49: the decision states the measures, how to leave the list, and the remedies.
void require_statements(Grounds& grounds, const ListStandard& standard, const Decision& decision,
                        Date day) {
    const auto possible = standard.measures_on(day);
    for (const auto& measure : decision.measures) {
        require(grounds, std::ranges::find(possible, measure) != possible.end(),
                "lists.measure_not_allowed", {measure});
    }
    require(grounds, !decision.removal.empty(), "lists.removal_missing");
    require(grounds, !decision.remedy.empty(), "lists.remedy_missing");
    // guobanfa-2025-22: two documents, served together.
    require(grounds, standard.colour == catalogue::Colour::Red || !decision.repair_notice.empty(),
            "lists.repair_notice_missing");
}

// sd-social-credit-regulation-2020 art. 38: what may not be disclosed any more is no basis of a
// listing.
void require_disclosed(Grounds& grounds, const access::Occasion& occasion, const Listing& listing,
                       const ListStandard& standard) {
    const auto limit = last_disclosed_day(listing, standard, occasion.law, occasion.day);
    require(grounds, !limit || occasion.day <= *limit, "lists.disclosure_over",
            {limit ? calendar::to_text(*limit) : std::string()});
}

JsonObject said_of(const Decision& decision) {
    JsonArray measures;
    for (const auto& measure : decision.measures) measures.push_back(Json(measure));
    return {{"reasons", decision.reasons},
            {"answer", decision.answer},
            {"measures", std::move(measures)},
            {"removal", decision.removal},
            {"remedy", decision.remedy},
            {"repair_notice", decision.repair_notice},
            {"upper_level_consent", decision.upper_level_consent}};
}

}  // namespace

Grounds judge_decision(const ListStandard& standard, const Listing& listing,
                       const Decision& decision, Date day,
                       const calendar::WorkingCalendar& calendar) {
    Grounds grounds;
    require_state(grounds, listing, {State::Noticed});
    if (!decision.lists) {
        require(grounds, !decision.reasons.empty(), "lists.reasons_missing");
        return grounds;
    }
    require(grounds, standard.in_force(day), "lists.standard_not_in_force");
    require_hearing(grounds, standard, listing, decision);
    require_document(grounds, standard, decision, day);
    require_statements(grounds, standard, decision, day);
    const auto* const ground = standard.find_ground(listing.ground);
    const auto* const term = ground == nullptr ? nullptr : standard.term_of(*ground);
    if (term != nullptr) {
        require_end(grounds, *term, decision.decided_on,
                    {.through_on = decision.through_on, .review_on = decision.review_on}, calendar);
    }
    return grounds;
}

Result<ledger::Draft> decide_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const Decision& decision) {
    TRY(access::authorise(occasion.principal, "decide_listing", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    auto grounds = judge_decision(found.standard, found.listing, decision, occasion.day,
                                  occasion.law.calendar());
    require_own(grounds, occasion, found.listing);
    if (decision.lists) {
        require_competence(grounds, occasion, found.standard);
        Listing decided = found.listing;
        decided.decided_on = decision.decided_on;
        require_disclosed(grounds, occasion, decided, found.standard);
    }
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.decide_listing",
              .listing = std::move(found.listing),
              .happened_on = decision.decided_on,
              .said = said_of(decision)};
    Listing& listing = step.listing;
    listing.unanswered = false;
    listing.state = decision.lists ? State::Decided : State::Withdrawn;
    listing.decided_on = decision.decided_on;
    if (!decision.lists) {
        listing.ended_on = occasion.day;
        listing.ended_as = "not_listed";
        step.happened_on = occasion.day;
        return draft_of(step);
    }
    listing.document_kind = decision.document_kind;
    listing.document_number = decision.document_number;
    listing.through_on = decision.through_on;
    listing.review_on = decision.review_on;
    return draft_of(step);
}

Result<ledger::Draft> serve_decision(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const DecisionService& served) {
    TRY(access::authorise(occasion.principal, "serve_decision", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::Decided});
    require_own(grounds, occasion, found.listing);
    // guobanfa-2020-49: what is served after its standard was switched off takes no force.
    require(grounds, !found.standard.switched_off(occasion.day), "lists.standard_not_in_force");
    const auto notice = TRY(notices::ServiceRegister(occasion.session)
                                .find_about(subject_key, listing_id, decision_notice));
    if (!notice) {
        if (!grounds.empty()) return refuse(std::move(grounds));
        return fail(ErrorCode::NotFound, "notices.no_such_notice");
    }
    const auto facts = TRY(notices::facts_of(occasion, *notice, served.service.served_on));
    for (auto& ground : TRY(notices::judge_service(served.service, facts, occasion.law))) {
        grounds.push_back(std::move(ground));
    }
    require(grounds,
            !found.listing.decided_on || served.service.served_on >= *found.listing.decided_on,
            "lists.served_before_decision");
    require(grounds, found.standard.colour == catalogue::Colour::Red || served.with_repair_notice,
            "lists.repair_notice_not_served");
    require_disclosed(grounds, occasion, found.listing, found.standard);
    if (!grounds.empty()) return refuse(std::move(grounds));

    const Date served_on = TRY(notices::counts_from(served.service, occasion.law));
    Step step{.kind = "lists.serve_decision",
              .listing = std::move(found.listing),
              .happened_on = served_on,
              .said = {{"method", served.service.method},
                       {"proof", served.service.proof},
                       {"announcement_reason", served.service.reason}},
              .service = notices::ServiceStep{.notice_id = notice->notice_id,
                                              .outcome = "served",
                                              .method = served.service.method,
                                              .happened_on = served.service.served_on,
                                              .counts_from = served_on}};
    step.listing.state = State::InForce;
    step.listing.served_on = served_on;
    set_term(step.listing, found.standard, occasion.law.calendar());
    end_by(step.listing,
           last_disclosed_day(step.listing, found.standard, occasion.law, occasion.day));
    if (const auto last = step.listing.last_day()) {
        step.running.push_back({.kind = "lists.expiry",
                                .due_on = *last,
                                .article = law::to_text(found.standard.bases.front().citation)});
    }
    return draft_of(step);
}

}  // namespace credit::lists
