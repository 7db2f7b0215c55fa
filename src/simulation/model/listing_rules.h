// A listing from proposal to end, by the articles: what stands against each step, and what the card
// says after it.
//
// Law:     guobanfa-2020-49 — a standard in force, a competent authority, notice and a hearing, a
//          document, a way out and a remedy
//          guobanfa-2025-22 — the repair notice is served with the decision
//          administrative-penalty-law-2021 art. 45 — what was said is answered
//          juvenile-crime-prevention-law-2020 art. 59 — never for what a minor did
//          luzhengfa-2017-44 item 20 — on hold while it is verified
// Reading: decisions 0104, 0110, 0111, 0121

#pragma once

#include <string_view>

#include "foundation/json.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

// One step on a listing: the card as it stands, what is said, by whom, on which day.
struct ListingStep {
    const PlainLaw& law;
    const Cards& cards;
    const Said& said;
    const Occasion& who;
};

// The standard and ground are those of the card, null when the register does not know them.
Refusals against_proposal(const ListingStep& step, const ListingCard& card,
                          std::string_view standard);
Refusals against_notice(const ListingStep& step, const ListingCard& card);
Refusals against_statement(const ListingStep& step, const ListingCard& card);
Refusals against_decision(const ListingStep& step, const ListingCard& card);
Refusals against_service(const ListingStep& step, const ListingCard& card);
Refusals against_removal(const ListingStep& step, const ListingCard& card);
Refusals against_annulment(const ListingStep& step, const ListingCard& card);
Refusals against_suspension(const ListingStep& step, const ListingCard& card);
Refusals against_resumption(const ListingStep& step, const ListingCard& card);

void enter_proposal(const ListingStep& step, ListingCard& card);
void enter_notice(const ListingStep& step, ListingCard& card);
void enter_statement(const ListingStep& step, ListingCard& card);
void enter_decision(const ListingStep& step, ListingCard& card);
void enter_service(const ListingStep& step, ListingCard& card);
void enter_removal(const ListingStep& step, ListingCard& card);
void enter_annulment(const ListingStep& step, ListingCard& card);
void enter_suspension(const ListingStep& step, ListingCard& card);
void enter_resumption(const ListingStep& step, ListingCard& card);

}  // namespace credit::simulation
