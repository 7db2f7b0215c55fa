#include "simulation/model/listing_rules.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "calendar/period.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "law/instrument.h"
#include "law/library.h"
#include "simulation/model/cards.h"
#include "simulation/model/counter_rules.h"
#include "simulation/model/plain_calendar.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

using catalogue::Effective;
using catalogue::TermKind;
using std::chrono::days;

// Full age is reached on the birthday, or on the first of March where the year lacks it.
Date full_age(Date born_on, int years) {
    const std::chrono::year_month_day born(born_on);
    const auto year = born.year() + std::chrono::years{years};
    const auto birthday = year / born.month() / born.day();
    return birthday.ok() ? Date(birthday) : Date(year / std::chrono::March / 1);
}

// A way that failed for a paper does not serve it again.
void need_service(Refusals& no, const Said& said, Date today,
                  const std::set<std::string>& failed_by) {
    const auto method = said.text("method");
    no.unless(method == "direct" || method == "mail" || method == "electronic" ||
                  method == "announcement" || method == "left",
              "lists.service_method");
    no.unless(said.anything("proof"), "lists.service_proof_missing");
    const auto served_on = said.day("served_on");
    no.unless(served_on && *served_on <= today, "lists.served_in_future");
    no.unless(!failed_by.contains(method), "notices.failed_by_this_method");
}

void need_person_of_age(Refusals& no, const ListingStep& step, const SubjectCard& subject) {
    const auto conduct_on = step.said.day("conduct_on");
    no.unless(conduct_on.has_value(), "lists.conduct_date_missing");
    if (!conduct_on || !subject.born_on) return;
    const auto age = step.law.library().period("person.adult_age", step.who.today);
    no.unless(*conduct_on >= full_age(*subject.born_on, age->amount), "lists.minor");
}

bool proposed_already(const ListingStep& step, const ListingCard& card) {
    return std::ranges::any_of(step.cards.listings, [&](const auto& other) {
        return other.subject == card.subject && other.standard == card.standard &&
               other.ground == card.ground && other.authority == step.who.authority &&
               other.stage != "ended" && other.stage != "withdrawn";
    });
}

// 期间: the window is over on the day after its last. A day counted through a year without a
// notice is not held against the subject until a week later.
bool window_over(Date last, bool provisional, Date day) {
    const days grace = provisional ? days{7} : days{0};
    return day > last + grace;
}

void need_hearing(Refusals& no, const ListingCard& card, const Said& said, Date decided_on) {
    const auto& notice = card.standard->notice;
    if (notice.required && card.exemption.empty()) {
        no.unless(card.noticed_on.has_value(), "lists.notice_missing");
        if (card.window_through && !card.waived) {
            no.unless(window_over(*card.window_through, card.provisional, decided_on),
                      "lists.window_open");
        }
    }
    // 先告知，后决定: the paper of the notice, or at least that of the proposal, is the older one.
    no.unless(card.noticed_on.value_or(card.proposed_on) <= decided_on,
              card.noticed_on ? "lists.decided_before_notice" : "lists.decided_before_proposal");
    no.unless(!card.unanswered || said.anything("answer"), "lists.statement_not_answered");
    no.unless(!card.hearing_requested || card.hearing_held || !notice.hearing,
              "lists.hearing_not_held");
}

void need_document(Refusals& no, const ListingStep& step, const ListingCard& card) {
    const Said& said = step.said;
    no.unless(said.anything("document_number"), "lists.document_missing");
    no.unless(names(card.standard->documents, said.text("document_kind")), "lists.document_kind");
    no.unless(said.given_day("decided_on") <= step.who.today, "lists.document_in_future");
    no.unless(said.anything("reasons"), "lists.reasons_missing");
    no.unless(!card.standard->consent_of_upper_level || said.anything("upper_level_consent"),
              "lists.consent_missing");
}

void need_words(Refusals& no, const ListingStep& step, const ListingCard& card) {
    const Said& said = step.said;
    for (const auto& measure : said.texts("measures")) {
        no.unless(names(card.standard->measures, measure), "lists.measure_not_allowed");
    }
    no.unless(said.anything("removal"), "lists.removal_missing");
    no.unless(said.anything("remedy"), "lists.remedy_missing");
    no.unless(is_red(card) || said.anything("repair_notice"), "lists.repair_notice_missing");
}

void need_decided_end(Refusals& no, const ListingStep& step, const catalogue::Term& term) {
    const Date decided_on = step.said.given_day("decided_on");
    const auto through_on = step.said.day("through_on");
    if (!through_on) {
        no.unless(term.life_possible, "lists.end_missing");
        return;
    }
    const auto& calendar = step.law.calendar();
    no.unless(*through_on > decided_on, "lists.end_too_early");
    if (term.shortest) {
        no.unless(*through_on >= calendar.end_of(*term.shortest, decided_on).day,
                  "lists.end_too_early");
    }
    if (term.longest) {
        no.unless(*through_on <= calendar.end_of(*term.longest, decided_on).day,
                  "lists.end_too_late");
    }
}

// An end: a date, or an event with a day of review. What the standard fixes is not decided anew.
void need_end(Refusals& no, const ListingStep& step, const ListingCard& card) {
    const auto* const term = term_of(*card.standard, *card.ground);
    if (term == nullptr) return;
    if (term->kind == TermKind::Decided) {
        need_decided_end(no, step, *term);
        return;
    }
    if (term->kind != TermKind::Until) {
        no.unless(!step.said.day("through_on"), "lists.end_not_yours");
        return;
    }
    const auto review_on = step.said.day("review_on");
    no.unless(review_on.has_value(), "lists.review_missing");
    if (!review_on || !term->review) return;
    const Date decided_on = step.said.given_day("decided_on");
    no.unless(*review_on <= step.law.calendar().end_of(*term->review, decided_on).day,
              "lists.review_too_late");
}

// Publicity goes before effect: from service, or from the first working day of the next month.
PlainDay first_day_after_publicity(const ListingStep& step, const ListingCard& card) {
    const auto& calendar = step.law.calendar();
    PlainDay begins{.day = step.said.given_day("served_on")};
    if (card.standard->publicity_from_first_of_month) {
        const std::chrono::year_month_day day(begins.day);
        const auto next_month = day.year() / day.month() + std::chrono::months{1};
        begins = calendar.next_worked(Date(next_month / 1));
    }
    if (!card.standard->publicity_before_effect) return begins;
    const auto ends = calendar.end_of(*card.standard->publicity_before_effect, begins.day);
    return {.day = ends.day + days{1}, .provisional = begins.provisional || ends.provisional};
}

// 披露期限: five years after the conduct nothing is held against anybody, save where a law alone
// rules the list, or the conduct goes on until an event.
std::optional<Date> last_held_against(const ListingStep& step, const ListingCard& card,
                                      std::optional<Date> decided_on) {
    const auto* const term = term_of(*card.standard, *card.ground);
    if (is_red(card) || !decided_on || (term != nullptr && term->kind == TermKind::Until)) {
        return std::nullopt;
    }
    bool by_law = true;
    for (const auto& basis : card.standard->bases) {
        const auto* const text = step.law.library().instrument(basis.citation.instrument);
        by_law = by_law && text != nullptr && text->level == law::Level::Law;
    }
    if (by_law) return std::nullopt;
    return disclosed_through(
        step.law,
        RecordCard{.document_number = {}, .decided_on = *decided_on, .conduct_on = card.conduct_on},
        step.who.today);
}

void need_disclosure(Refusals& no, const ListingStep& step, const ListingCard& card,
                     std::optional<Date> decided_on) {
    const auto last = last_held_against(step, card, decided_on);
    no.unless(!last || step.who.today <= *last, "lists.disclosure_over");
}

}  // namespace

Refusals against_proposal(const ListingStep& step, const ListingCard& card,
                          std::string_view standard) {
    Refusals no;
    const auto& subject = step.cards.subjects[card.subject];
    if (!step.said.anything("identifier")) {
        no.unless(false, "lists.match_by_name_alone");
        return no;
    }
    if (card.standard == nullptr || card.standard->id != standard) {
        no.unless(false, "lists.standard_not_in_force");
        return no;
    }
    no.unless(in_force(*card.standard, step.who.today), "lists.standard_not_in_force");
    no.unless(step.law.competent(step.who.authority, *card.standard, step.who.today),
              "lists.authority_not_competent");
    no.unless(card.ground != nullptr, "lists.ground_unknown");
    bool admitted = false;
    for (const auto category : card.standard->subjects)
        admitted |= category == subject.who.category;
    no.unless(admitted, "lists.subject_not_admitted");
    no.unless(subject.known, "lists.subject_unknown");
    no.unless(!subject.known || step.said.text("name") == subject.who.name,
              "lists.identity_not_confirmed");
    const auto conduct_on = step.said.day("conduct_on");
    no.unless(!conduct_on || *conduct_on <= step.who.today, "lists.conduct_in_future");
    if (subject.is_person()) need_person_of_age(no, step, subject);
    if (card.ground != nullptr && !card.ground->finding.empty()) {
        no.unless(step.said.anything("finding"), "lists.finding_missing");
    }
    no.unless(step.said.anything("facts"), "lists.facts_missing");
    no.unless(step.said.anything("basis_document"), "lists.basis_document_missing");
    no.unless(card.ground == nullptr || !proposed_already(step, card), "lists.already_proposed");
    return no;
}

void enter_proposal(const ListingStep& step, ListingCard& card) {
    card.authority = step.who.authority;
    card.proposed_on = step.who.today;
    card.conduct_on = step.said.day("conduct_on");
}

Refusals against_notice(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "proposed", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    if (step.said.anything("exemption")) {
        no.unless(names(card.standard->notice.exemptions, step.said.text("exemption")),
                  "lists.exemption_unknown");
        return no;
    }
    need_service(no, step.said, step.who.today, card.notice_failed_by);
    no.unless(card.proposed_on <= step.said.given_day("served_on"), "lists.served_before_proposal");
    no.unless(step.said.anything("reasons"), "lists.reasons_missing");
    no.unless(step.said.anything("rights"), "lists.rights_missing");
    return no;
}

void enter_notice(const ListingStep& step, ListingCard& card) {
    card.stage = "noticed";
    card.exemption = step.said.text("exemption");
    if (!card.exemption.empty()) return;
    const Date noticed_on = step.said.given_day("served_on");
    card.noticed_on = noticed_on;
    const auto window =
        step.law.calendar().end_of_in_favour(card.standard->notice.window, noticed_on);
    card.window_through = window.day;
    card.provisional = window.provisional;
}

Refusals against_statement(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "noticed", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(step.said.yes("waiver") || step.said.anything("words") ||
                  step.said.yes("hearing_requested") || step.said.yes("hearing_held"),
              "lists.statement_empty");
    return no;
}

void enter_statement(const ListingStep& step, ListingCard& card) {
    card.waived = step.said.yes("waiver");
    if (step.said.anything("words")) card.unanswered = true;
    if (step.said.yes("hearing_requested")) card.hearing_requested = true;
    if (step.said.yes("hearing_held")) card.hearing_held = true;
}

Refusals against_decision(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "noticed", "lists.out_of_order");
    if (!step.said.yes("lists")) {
        no.unless(step.said.anything("reasons"), "lists.reasons_missing");
        no.unless(card.authority == step.who.authority, "lists.not_your_listing");
        return no;
    }
    no.unless(in_force(*card.standard, step.who.today), "lists.standard_not_in_force");
    need_hearing(no, card, step.said, step.said.given_day("decided_on"));
    need_document(no, step, card);
    need_words(no, step, card);
    need_end(no, step, card);
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(step.law.competent(step.who.authority, *card.standard, step.who.today),
              "lists.authority_not_competent");
    need_disclosure(no, step, card, step.said.given_day("decided_on"));
    return no;
}

void enter_decision(const ListingStep& step, ListingCard& card) {
    card.unanswered = false;
    card.decision_given = true;
    card.decided_on = step.said.day("decided_on");
    if (!step.said.yes("lists")) {
        card.stage = "withdrawn";
        card.ended_on = step.who.today;
        card.ended_as = "not_listed";
        return;
    }
    card.stage = "decided";
    card.document_kind = step.said.text("document_kind");
    card.document_number = step.said.text("document_number");
    card.remedy_told = step.said.anything("remedy");
    card.through_on = step.said.day("through_on");
    card.review_on = step.said.day("review_on");
}

Refusals against_service(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "decided", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    // Without a decision, be it one not to list, there is no paper that could be served.
    if (!card.decision_given) return no;
    need_service(no, step.said, step.who.today, card.decision_failed_by);
    const auto served_on = step.said.day("served_on");
    no.unless(!card.decided_on || !served_on || *served_on >= *card.decided_on,
              "lists.served_before_decision");
    no.unless(is_red(card) || step.said.yes("with_repair_notice"),
              "lists.repair_notice_not_served");
    need_disclosure(no, step, card, card.decided_on);
    return no;
}

void enter_service(const ListingStep& step, ListingCard& card) {
    card.stage = "in_force";
    card.served_on = step.said.day("served_on");
    card.provisional = false;  // the window is over, and what was unsure about it
    switch (card.standard->effective) {
        case Effective::OnService:
            card.from_on = card.served_on;
            break;
        case Effective::OnMaking:
            card.from_on = card.decided_on;
            break;
        case Effective::AfterPublicity: {
            const auto first = first_day_after_publicity(step, card);
            card.from_on = first.day;
            if (first.provisional) card.provisional = true;
            break;
        }
    }
    const auto* const term = term_of(*card.standard, *card.ground);
    if (term == nullptr) return;
    if (term->kind == TermKind::Fixed && term->shortest) {
        const auto start = term->counted_from == "decision" ? card.decided_on : card.from_on;
        if (start) card.through_on = step.law.calendar().end_of(*term->shortest, *start).day;
    }
    if (term->kind == TermKind::Until) card.ends_when = term->ends_when;
    const auto last = last_held_against(step, card, card.decided_on);
    if (last) card.through_on = std::min(card.through_on.value_or(*last), *last);
}

}  // namespace credit::simulation
