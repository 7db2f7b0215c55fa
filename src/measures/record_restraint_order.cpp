#include "measures/record_restraint_order.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "measures/order_step.h"
#include "measures/order_term.h"
#include "measures/restraint_order.h"
#include "subjects/name_match.h"
#include "subjects/responsibility.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::measures {
namespace {

using catalogue::Authority;
using catalogue::Measure;
using catalogue::MeasureGroup;

// Market actors decide for themselves, and a record is no restraint.
bool executable(const Measure& measure) {
    return measure.group != MeasureGroup::Market && measure.group != MeasureGroup::RecordOnly;
}

bool competent(const Measure& measure, const Authority* authority) {
    if (authority == nullptr) return false;
    if (authority->has_function("courts")) return true;
    return std::ranges::any_of(measure.implementers, [&](const std::string& function) {
        return function == "all_departments" || authority->has_function(function);
    });
}

void require_measure(Grounds& grounds, const OrderFacts& facts, Date day) {
    const Measure& measure = facts.measure;
    require(grounds, measure.in_force(day), "measures.not_in_force");
    require(grounds, executable(measure), "measures.not_executable");
    require(grounds,
            measure.individual_order || measure.follows == catalogue::Follows::IndividualOrder,
            "measures.not_by_order");
    require(grounds, competent(measure, facts.authority), "measures.authority_not_competent");
    require(grounds, measure.addresses(facts.category), "measures.not_addressed");
}

// luzhengfa-2017-44 item 15: not whoever holds the office now, nor a namesake, but whoever held it
// on the day of the conduct, by a finding that names the person.
void require_role(Grounds& grounds, const OrderFacts& facts, const OrderProposal& proposal) {
    if (facts.category != catalogue::SubjectCategory::NaturalPerson) return;
    if (!facts.measure.addresses(facts.category)) return;
    if (!proposal.responsible) {
        require(grounds, facts.measure.addresses(catalogue::Addressee::NaturalPerson),
                "measures.role_missing");
        return;
    }
    require(grounds, subjects::reaches(facts.measure, proposal.responsible->role),
            "measures.role_not_addressed");
    std::ranges::move(
        subjects::judge_responsibility(*proposal.responsible, facts.person, facts.roles),
        std::back_inserter(grounds));
}

void require_document(Grounds& grounds, const OrderProposal& proposal, Date day) {
    require(grounds, !proposal.document_number.empty() && proposal.decided_on.has_value(),
            "measures.document_missing");
    require(grounds, !proposal.decided_on || *proposal.decided_on <= day,
            "measures.document_in_future");
    require(grounds, proposal.served_on.has_value(), "measures.not_served");
    if (!proposal.served_on) return;
    require(grounds, !proposal.decided_on || *proposal.served_on >= *proposal.decided_on,
            "measures.served_before_decision");
    require(grounds, *proposal.served_on <= day, "measures.served_in_future");
}

RestraintOrder order_of(const OrderProposal& proposal, const Measure& measure, Date decided_on,
                        Date served_on) {
    RestraintOrder order;
    order.measure = measure.id;
    order.document_number = proposal.document_number;
    order.decided_on = decided_on;
    order.served_on = served_on;
    order.from_on = std::max(served_on, proposal.end.counted_on.value_or(Date::min()));
    order.remedy_zh = proposal.remedy_zh;
    order.remedy_en = proposal.remedy_en;
    if (proposal.end.for_life) return order;
    order.through_on = proposal.end.through_on;
    if (!proposal.end.ends_when.empty()) order.ends_when = proposal.end.ends_when;
    if (!order.through_on) order.review_on = proposal.end.review_on;
    return order;
}

JsonObject said_in(const OrderProposal& proposal) {
    JsonObject said{{"for_life", proposal.end.for_life}};
    if (proposal.end.counted_on) {
        said["counted_on"] = calendar::to_text(*proposal.end.counted_on);
    }
    if (proposal.responsible) said["responsible"] = subjects::to_json(*proposal.responsible);
    return said;
}

}  // namespace

Grounds judge_order(const OrderFacts& facts, const OrderProposal& proposal, Date day) {
    Grounds grounds;
    require_measure(grounds, facts, day);
    require_role(grounds, facts, proposal);
    require(grounds, facts.match != subjects::Match::Unknown, "measures.subject_unknown");
    require(grounds, facts.match != subjects::Match::IdentityNotConfirmed,
            "measures.identity_not_confirmed");
    require_document(grounds, proposal, day);
    if (proposal.decided_on) {
        std::ranges::move(
            judge_end(facts.measure.term, *proposal.decided_on, proposal.end, facts.calendar),
            std::back_inserter(grounds));
    }
    // guobanfa-2020-49: who is restrained is told how to seek relief.
    require(grounds, !proposal.remedy_zh.empty(), "measures.remedy_missing");
    return grounds;
}

Result<ledger::Draft> record_restraint_order(const access::Occasion& occasion,
                                             const OrderProposal& proposal) {
    const std::string& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "record_order", authority));
    if (!proposal.subject) return fail(ErrorCode::Refused, "measures.match_by_name_alone");
    const Measure* const measure = occasion.catalogue.measures.find(proposal.measure);
    if (measure == nullptr) return fail(ErrorCode::Refused, "measures.not_in_force");

    const auto match = TRY(
        subjects::SubjectRegister(occasion.session)
            .match(*proposal.subject, proposal.name, proposal.decided_on.value_or(occasion.day)));
    std::vector<subjects::Role> roles;
    if (proposal.responsible && proposal.responsible->organisation) {
        roles = TRY(subjects::SubjectRegister(occasion.session)
                        .roles_in(*proposal.responsible->organisation));
    }
    const auto office = occasion.catalogue.authorities.find(authority, occasion.day);
    const OrderFacts facts{.measure = *measure,
                           .authority = office ? *office : nullptr,
                           .category = subjects::category_of(subjects::kind_of(*proposal.subject)),
                           .person = *proposal.subject,
                           .match = match,
                           .roles = std::move(roles),
                           .calendar = occasion.law.calendar()};
    auto grounds = judge_order(facts, proposal, occasion.day);
    if (!grounds.empty() || !proposal.decided_on || !proposal.served_on) {
        return refuse(std::move(grounds));
    }

    OrderStep step{.kind = "measures.record_order",
                   .order = order_of(proposal, *measure, *proposal.decided_on, *proposal.served_on),
                   .happened_on = *proposal.served_on,
                   .said = said_in(proposal),
                   .article = article_of(*measure)};
    step.order.subject_key = proposal.subject->text();
    step.order.order_id = occasion.act_id + "-1";
    step.order.authority = authority;
    step.order.category = catalogue::name_of(facts.category);
    return draft_of(step);
}

}  // namespace credit::measures
