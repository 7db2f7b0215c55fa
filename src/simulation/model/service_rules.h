// Service that failed, by the articles: who was not told was not heard, and what was not served
// does not bind.
//
// Law:     administrative-penalty-law-2021 art. 62 — without having been told nothing is decided
// Reading: decision 0150: a prior notice that failed takes the listing back to its proposal, a
//          decision that failed stands and is in force no longer

#pragma once

#include "simulation/model/cards.h"
#include "simulation/model/listing_rules.h"
#include "simulation/model/said.h"

namespace credit::simulation {

enum class Paper { PriorNotice, Decision };

Refusals against_failed_service(const ListingStep& step, const ListingCard& card, Paper paper);
void enter_failed_service(const ListingStep& step, ListingCard& card, Paper paper);

}  // namespace credit::simulation
