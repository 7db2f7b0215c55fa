#include "simulation/model/order_rules.h"

#include <algorithm>
#include <optional>
#include <string>

#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using catalogue::Measure;
using catalogue::MeasureGroup;
using catalogue::Term;
using catalogue::TermKind;

bool competent(const PlainLaw& law, const Measure& measure, const Occasion& who) {
    const auto* const office = law.authority(who.authority, who.today);
    if (office == nullptr) return false;
    if (names(office->functions, "courts")) return true;
    return std::ranges::any_of(measure.implementers, [&](const auto& implementer) {
        return implementer == "all_departments" || names(office->functions, implementer);
    });
}

void need_document(Refusals& no, const OrderStep& step) {
    const auto decided_on = step.said.day("decided_on");
    const auto served_on = step.said.day("served_on");
    no.unless(step.said.anything("document_number") && decided_on, "measures.document_missing");
    no.unless(!decided_on || *decided_on <= step.who.today, "measures.document_in_future");
    no.unless(served_on.has_value(), "measures.not_served");
    if (!served_on) return;
    no.unless(!decided_on || *served_on >= *decided_on, "measures.served_before_decision");
    no.unless(*served_on <= step.who.today, "measures.served_in_future");
}

void need_last_day(Refusals& no, const OrderStep& step, const Term& term, Date start) {
    const Date through_on = step.said.given_day("through_on");
    const auto& calendar = step.law.calendar();
    no.unless(through_on > step.said.given_day("decided_on"), "measures.end_too_early");
    if (term.shortest) {
        no.unless(through_on >= calendar.end_of(*term.shortest, start).day,
                  "measures.end_too_early");
    }
    const auto& longest = term.kind == TermKind::Fixed ? term.shortest : term.longest;
    if (longest) {
        no.unless(through_on <= calendar.end_of(*longest, start).day, "measures.end_too_late");
    }
}

void need_review(Refusals& no, const OrderStep& step, const Term& term) {
    const auto review_on = step.said.day("review_on");
    const Date decided_on = step.said.given_day("decided_on");
    no.unless(review_on.has_value(), "measures.review_missing");
    if (!review_on) return;
    no.unless(*review_on > decided_on, "measures.review_too_early");
    if (!term.review) return;
    no.unless(*review_on <= step.law.calendar().end_of(*term.review, decided_on).day,
              "measures.review_too_late");
}

void need_end(Refusals& no, const OrderStep& step, const Term& term) {
    const bool from_decision = term.counted_from.empty() || term.counted_from == "decision";
    const auto counted_on = step.said.day("counted_on");
    no.unless(from_decision || counted_on, "measures.start_missing");
    const Date start =
        from_decision || !counted_on ? step.said.given_day("decided_on") : *counted_on;
    if (step.said.yes("for_life")) {
        no.unless(term.kind == TermKind::Life || term.life_possible, "measures.life_not_possible");
        return;
    }
    const bool by_event = step.said.anything("ends_when");
    const bool open_end = term.kind != TermKind::Fixed && !term.longest;
    const bool by_day = step.said.day("through_on").has_value();
    no.unless(by_day || (by_event && open_end), "measures.end_missing");
    if (by_day) need_last_day(no, step, term, start);
    if (!by_day && by_event) need_review(no, step, term);
}

// The authority that ordered it, or a court.
bool its_own(const OrderStep& step, const OrderCard& card) {
    if (card.authority == step.who.authority) return true;
    const auto* const office = step.law.authority(step.who.authority, step.who.today);
    return office != nullptr && names(office->functions, "courts");
}

}  // namespace

Refusals against_order(const OrderStep& step, const OrderCard& card) {
    Refusals no;
    const auto& subject = step.cards.subjects[card.subject];
    if (!step.said.anything("identifier")) {
        no.unless(false, "measures.match_by_name_alone");
        return no;
    }
    const Measure& measure = *card.measure;
    no.unless(in_force(measure, step.who.today), "measures.not_in_force");
    no.unless(measure.group != MeasureGroup::Market && measure.group != MeasureGroup::RecordOnly,
              "measures.not_executable");
    no.unless(measure.individual_order || measure.follows == catalogue::Follows::IndividualOrder,
              "measures.not_by_order");
    no.unless(competent(step.law, measure, step.who), "measures.authority_not_competent");
    no.unless(is_addressed(measure, subject.who.category), "measures.not_addressed");
    // Whom it reaches by a role in an organisation answers by a finding alone, and none is said.
    const bool by_role_alone = std::ranges::none_of(measure.addressees, [](const auto addressee) {
        return addressee == catalogue::Addressee::NaturalPerson;
    });
    const bool addressed = is_addressed(measure, subject.who.category);
    no.unless(!subject.is_person() || !addressed || !by_role_alone, "measures.role_missing");
    no.unless(subject.known, "measures.subject_unknown");
    no.unless(!subject.known || step.said.text("name") == subject.who.name,
              "measures.identity_not_confirmed");
    need_document(no, step);
    if (step.said.day("decided_on")) need_end(no, step, measure.term);
    no.unless(step.said.anything("remedy_zh"), "measures.remedy_missing");
    return no;
}

void enter_order(const OrderStep& step, OrderCard& card) {
    const Said& said = step.said;
    card.authority = step.who.authority;
    card.document_number = said.text("document_number");
    card.decided_on = said.given_day("decided_on");
    card.served_on = said.given_day("served_on");
    card.from_on = card.served_on;
    if (const auto counted_on = said.day("counted_on")) {
        card.from_on = std::max(card.from_on, *counted_on);
    }
    if (said.yes("for_life")) return;
    card.through_on = said.day("through_on");
    card.ends_when = said.text("ends_when");
    if (!card.through_on) card.review_on = said.day("review_on");
}

Refusals against_end(const OrderStep& step, const OrderCard& card) {
    Refusals no;
    const auto reason = step.said.text("reason");
    // What was wrong is annulled even when it is over.
    const bool over =
        reason == "annulled" ? card.ended_as == "annulled" : card.ended_on.has_value();
    no.unless(!over, "measures.already_ended");
    no.unless(its_own(step, card), "measures.not_your_order");
    no.unless(reason == "performed" || reason == "corrected" || reason == "decision_changed" ||
                  reason == "court_order" || reason == "annulled",
              "measures.end_reason");
    no.unless(step.said.anything("document_number"), "measures.document_missing");
    return no;
}

void enter_end(const OrderStep& step, OrderCard& card) {
    card.ended_on = card.ended_on.value_or(step.who.today);
    card.ended_as = step.said.text("reason");
    card.held_by.clear();
}

Refusals against_suspension(const OrderStep& step, const OrderCard& card) {
    Refusals no;
    no.unless(!card.ended_on, "measures.already_ended");
    no.unless(its_own(step, card), "measures.not_your_order");
    no.unless(!card.on_hold(), "measures.already_held");
    no.unless(step.said.anything("reason"), "measures.reasons_missing");
    return no;
}

void enter_suspension(const OrderStep& /*step*/, OrderCard& card) {
    card.held_by = "the act";
}

Refusals against_resumption(const OrderStep& step, const OrderCard& card) {
    Refusals no;
    no.unless(!card.ended_on, "measures.already_ended");
    no.unless(its_own(step, card), "measures.not_your_order");
    no.unless(card.on_hold(), "measures.not_held");
    no.unless(step.said.anything("reason"), "measures.reasons_missing");
    return no;
}

void enter_resumption(const OrderStep& /*step*/, OrderCard& card) {
    card.held_by.clear();
}

}  // namespace credit::simulation
