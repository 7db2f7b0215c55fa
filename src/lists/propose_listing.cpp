#include "lists/propose_listing.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/minority.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/step.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::lists {
namespace {

using catalogue::ListGround;
using catalogue::ListStandard;
using catalogue::SubjectCategory;

// juvenile-crime-prevention-law-2020 art. 59: never for what a minor did.
void protect_minors(Grounds& grounds, const Proposal& proposal, std::chrono::years adult_age) {
    require(grounds, proposal.conduct_on.has_value(), "lists.conduct_date_missing");
    require(grounds, proposal.born_on.has_value(), "lists.birth_date_unknown");
    if (!proposal.conduct_on || !proposal.born_on) return;
    require(grounds, !identity::was_minor(*proposal.born_on, *proposal.conduct_on, adult_age),
            "lists.minor");
}

void require_substance(Grounds& grounds, const Proposal& proposal, const ListGround* ground) {
    if (ground != nullptr && !ground->finding.empty()) {
        require(grounds, !proposal.finding.empty(), "lists.finding_missing", {ground->finding_zh});
    }
    require(grounds, !proposal.facts.empty(), "lists.facts_missing");
    require(grounds, !proposal.basis_document.empty(), "lists.basis_document_missing");
}

bool same_again(const Listing& listing, const Proposal& proposal, const std::string& authority) {
    return listing.standard == proposal.standard && listing.ground == proposal.ground &&
           listing.authority == authority && listing.state != State::Ended &&
           listing.state != State::Withdrawn;
}

// court-defaulter-rules-2017: who let the entry be deleted waits before asking for another.
void require_wait(Grounds& grounds, const access::Occasion& occasion, const Proposal& proposal,
                  const ListStandard& standard, const std::vector<Listing>& others) {
    if (!standard.relisting_wait || proposal.own_motion) return;
    for (const auto& each : others) {
        if (each.standard != standard.id || each.ended_as != applicant_request) continue;
        const Date last = occasion.law.calendar()
                              .last_day_of(*standard.relisting_wait, each.ended_on.value_or(Date{}))
                              .day;
        require(grounds, occasion.day > last, "lists.relisting_wait", {calendar::to_text(last)});
    }
}

struct Judged {
    Grounds grounds;
    SubjectCategory category = SubjectCategory::Organisation;
};

Result<Judged> judge(const access::Occasion& occasion, const Proposal& proposal,
                     const identity::SubjectKey& subject, const ListStandard& standard) {
    Judged judged;
    Grounds& grounds = judged.grounds;
    judged.category = subjects::category_of(subjects::kind_of(subject));
    require(grounds, standard.in_force(occasion.day), "lists.standard_not_in_force");
    require_competence(grounds, occasion, standard);
    const auto* const ground = standard.find_ground(proposal.ground);
    require(grounds, ground != nullptr, "lists.ground_unknown");
    require(grounds, standard.admits(judged.category), "lists.subject_not_admitted");

    const auto match = TRY(
        subjects::SubjectRegister(occasion.session).match(subject, proposal.name, occasion.day));
    require(grounds, match != subjects::Match::Unknown, "lists.subject_unknown");
    require(grounds, match != subjects::Match::IdentityNotConfirmed,
            "lists.identity_not_confirmed");
    require(grounds, !proposal.conduct_on || *proposal.conduct_on <= occasion.day,
            "lists.conduct_in_future");
    if (judged.category == SubjectCategory::NaturalPerson) {
        const auto age = TRY(occasion.law.period("person.adult_age", occasion.day));
        protect_minors(grounds, proposal, std::chrono::years(age.amount));
    }
    require_substance(grounds, proposal, ground);
    const auto others = TRY(ListingRegister(occasion.session).of_subject(subject.text()));
    require(grounds,
            std::ranges::none_of(others,
                                 [&](const Listing& each) {
                                     return same_again(each, proposal,
                                                       occasion.principal.authority);
                                 }),
            "lists.already_proposed");
    require_wait(grounds, occasion, proposal, standard, others);
    return judged;
}

}  // namespace

Result<ledger::Draft> propose_listing(const access::Occasion& occasion, const Proposal& proposal) {
    TRY(access::authorise(occasion.principal, "propose_listing", occasion.principal.authority));
    if (!proposal.subject) return fail(ErrorCode::Refused, "lists.match_by_name_alone");
    const auto* const standard = occasion.catalogue.standards.find(proposal.standard);
    if (standard == nullptr) return fail(ErrorCode::Refused, "lists.standard_not_in_force");
    auto judged = TRY(judge(occasion, proposal, *proposal.subject, *standard));
    if (!judged.grounds.empty()) return refuse(std::move(judged.grounds));

    Step step{.kind = "lists.propose_listing", .listing = {}, .happened_on = occasion.day};
    step.listing.subject_key = proposal.subject->text();
    step.listing.listing_id = occasion.act_id + "-1";
    step.listing.standard = standard->id;
    step.listing.ground = proposal.ground;
    step.listing.authority = occasion.principal.authority;
    step.listing.colour = catalogue::name_of(standard->colour);
    step.listing.category = catalogue::name_of(judged.category);
    step.listing.proposed_on = occasion.day;
    step.listing.conduct_on = proposal.conduct_on;
    step.said = {{"facts", proposal.facts},
                 {"finding", proposal.finding},
                 {"basis_document", proposal.basis_document}};
    if (proposal.own_motion) step.said["own_motion"] = true;
    return draft_of(step);
}

}  // namespace credit::lists
