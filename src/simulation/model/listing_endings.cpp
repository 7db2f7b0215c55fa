// How a listing ends, or is on hold meanwhile: declared with its other steps in listing_rules.h.

#include <string>

#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/listing_rules.h"
#include "simulation/model/plain_calendar.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

void end(ListingCard& card, Date today, const std::string& as) {
    card.stage = "ended";
    card.ended_on = card.ended_on.value_or(today);
    card.ended_as = as;
    card.held_by.clear();
}

// Early removal only where the standard knows it, and not before its day.
void need_early_day(Refusals& no, const ListingStep& step, const ListingCard& card) {
    const auto& early = card.standard->early_removal;
    no.unless(early.has_value(), "lists.no_early_removal");
    if (!early) return;
    const auto corrected_on = step.said.day("corrected_on");
    if (early->from_correction) {
        no.unless(corrected_on.has_value(), "lists.corrected_on_missing");
        no.unless(!corrected_on || *corrected_on <= step.who.today, "lists.corrected_in_future");
    }
    const auto start = early->from_correction ? corrected_on : card.from_on;
    if (!start) return;
    no.unless(step.who.today > step.law.calendar().end_of(early->earliest, *start).day,
              "lists.removal_too_early");
}

}  // namespace

Refusals against_removal(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    const auto reason = step.said.text("reason");
    no.unless(card.stage == "in_force", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(reason == "performed" || reason == "corrected" || reason == "early_removal" ||
                  reason == "decision_changed" || reason == "court_order",
              "lists.removal_reason");
    no.unless(step.said.anything("document_number"), "lists.document_missing");
    if (reason == "early_removal") need_early_day(no, step, card);
    return no;
}

void enter_removal(const ListingStep& step, ListingCard& card) {
    end(card, step.who.today, step.said.text("reason"));
}

Refusals against_annulment(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage != "withdrawn", "lists.out_of_order");
    no.unless(card.ended_as != "annulled", "lists.annulled_already");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(step.said.anything("words"), "lists.reasons_missing");
    no.unless(step.said.anything("document_number"), "lists.document_missing");
    return no;
}

void enter_annulment(const ListingStep& step, ListingCard& card) {
    end(card, step.who.today, "annulled");
}

Refusals against_suspension(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "in_force", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(!card.on_hold(), "lists.already_held");
    no.unless(step.said.anything("reason"), "lists.reasons_missing");
    return no;
}

void enter_suspension(const ListingStep& /*step*/, ListingCard& card) {
    card.held_by = "the act";  // replaced by its id when that is known
}

Refusals against_resumption(const ListingStep& step, const ListingCard& card) {
    Refusals no;
    no.unless(card.stage == "in_force", "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    no.unless(card.on_hold(), "lists.not_held");
    no.unless(step.said.anything("reason"), "lists.reasons_missing");
    return no;
}

void enter_resumption(const ListingStep& /*step*/, ListingCard& card) {
    card.held_by.clear();
}

}  // namespace credit::simulation
