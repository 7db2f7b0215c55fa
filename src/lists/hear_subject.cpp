#include "lists/hear_subject.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/step.h"
#include "notices/service.h"
#include "notices/service_register.h"

namespace credit::lists {
namespace {

// A notice given again after its service failed is the same paper; it enters the account as it is
// given.
Result<Grounds> judge_notice_service(const access::Occasion& occasion, const Listing& listing,
                                     const notices::Service& service) {
    notices::ServiceRegister services(occasion.session);
    const notices::ServiceFacts facts{
        .day = occasion.day,
        .in_account_since = occasion.day,
        .consents = TRY(services.consents_on(listing.subject_key, service.served_on)),
        .failed_methods = TRY(services.failed_methods(listing.subject_key, listing.listing_id,
                                                      "notices.listing_proposed"))};
    return notices::judge_service(service, facts, occasion.law);
}

Result<Grounds> judge_notice(const access::Occasion& occasion, const Found& found,
                             const Notice& notice) {
    Grounds grounds;
    require_state(grounds, found.listing, {State::Proposed});
    require_own(grounds, occasion, found.listing);
    if (!notice.exemption.empty()) {
        const auto& exemptions = found.standard.notice.exemptions;
        require(grounds, std::ranges::find(exemptions, notice.exemption) != exemptions.end(),
                "lists.exemption_unknown");
        return grounds;
    }
    for (auto& ground : TRY(judge_notice_service(occasion, found.listing, notice.service))) {
        grounds.push_back(std::move(ground));
    }
    // guobanfa-2020-49: told before the decision, of a listing that is proposed.
    require(grounds, notice.service.served_on >= found.listing.proposed_on,
            "lists.served_before_proposal", {calendar::to_text(found.listing.proposed_on)});
    // guobanfa-2020-49: reason and basis, and the rights, are told.
    require(grounds, !notice.reasons.empty(), "lists.reasons_missing");
    require(grounds, !notice.rights.empty(), "lists.rights_missing");
    return grounds;
}

}  // namespace

Result<ledger::Draft> give_notice(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view listing_id, const Notice& notice) {
    TRY(access::authorise(occasion.principal, "give_notice", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    auto grounds = TRY(judge_notice(occasion, found, notice));
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.give_notice",
              .listing = std::move(found.listing),
              .happened_on = occasion.day,
              .said = {{"reasons", notice.reasons},
                       {"rights", notice.rights},
                       {"method", notice.service.method},
                       {"proof", notice.service.proof},
                       {"announcement_reason", notice.service.reason}}};
    step.listing.state = State::Noticed;
    if (!notice.exemption.empty()) {
        step.listing.exemption = notice.exemption;
        return draft_of(step);
    }
    const Date served_on = TRY(notices::counts_from(notice.service, occasion.law));
    const auto window = occasion.law.calendar().last_day_of(found.standard.notice.window, served_on,
                                                            calendar::LastDayOff::NextWorkingDay);
    step.happened_on = served_on;
    step.service = notices::ServiceStep{.notice_id = occasion.act_id + "-n",
                                        .outcome = "served",
                                        .method = notice.service.method,
                                        .happened_on = notice.service.served_on,
                                        .counts_from = served_on};
    step.listing.noticed_on = served_on;
    step.listing.window_through = window.day;
    step.listing.provisional = window.provisional;
    step.running.push_back({.kind = "lists.defence_window",
                            .due_on = window.day,
                            .article = law::to_text(found.standard.bases.front().citation)});
    return draft_of(step);
}

Result<ledger::Draft> record_statement(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view listing_id,
                                       const Statement& statement) {
    TRY(access::authorise(occasion.principal, "record_statement", occasion.principal.authority));
    auto found = TRY(find_listing(occasion, subject_key, listing_id));
    Grounds grounds;
    require_state(grounds, found.listing, {State::Noticed});
    require_own(grounds, occasion, found.listing);
    require(grounds,
            statement.waiver || !statement.words.empty() || statement.hearing_requested ||
                statement.hearing_held,
            "lists.statement_empty");
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "lists.record_statement",
              .listing = std::move(found.listing),
              .happened_on = occasion.day,
              .said = {{"words", statement.words}}};
    step.listing.waived = statement.waiver;
    // administrative-penalty-law-2021 art. 45: what was said before stays to be answered.
    step.listing.unanswered |= !statement.words.empty();
    step.listing.hearing_requested |= statement.hearing_requested;
    step.listing.hearing_held |= statement.hearing_held;
    if (step.listing.window_through) {
        step.running.push_back({.kind = "lists.defence_window",
                                .due_on = *step.listing.window_through,
                                .article = law::to_text(found.standard.bases.front().citation)});
    }
    return draft_of(step);
}

}  // namespace credit::lists
