#include "simulation/model/service_rules.h"

#include "catalogue/duties/term.h"
#include "simulation/model/cards.h"
#include "simulation/model/listing_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

Refusals against_failed_service(const ListingStep& step, const ListingCard& card, Paper paper) {
    Refusals no;
    const bool decided = card.stage == "decided" || card.stage == "in_force";
    no.unless(decided || (paper == Paper::PriorNotice && card.stage == "noticed"),
              "lists.out_of_order");
    no.unless(card.authority == step.who.authority, "lists.not_your_listing");
    const auto failed_on = step.said.day("failed_on");
    no.unless(!failed_on || *failed_on <= step.who.today, "notices.failed_in_future");
    no.unless(step.said.anything("reason"), "notices.failure_without_reason");
    return no;
}

void enter_failed_service(const ListingStep& step, ListingCard& card, Paper paper) {
    (paper == Paper::Decision ? card.decision_failed_by : card.notice_failed_by)
        .insert(step.said.text("method"));
    card.served_on.reset();
    card.from_on.reset();
    card.ends_when.clear();
    const auto* const term = term_of(*card.standard, *card.ground);
    const bool counted_from_service = term != nullptr && term->kind == catalogue::TermKind::Fixed;
    if (counted_from_service || paper == Paper::PriorNotice) card.through_on.reset();
    card.stage = "decided";
    if (paper == Paper::Decision) return;
    // Nothing that followed the notice stands.
    card.stage = "proposed";
    card.noticed_on.reset();
    card.window_through.reset();
    card.provisional = false;
    card.waived = false;
    card.document_kind.clear();
    card.document_number.clear();
    card.decided_on.reset();
    card.review_on.reset();
}

}  // namespace credit::simulation
