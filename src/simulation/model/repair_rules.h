// A repair, by the articles: who found it repairs it; an application is always taken; granted only
// when the shortest period is over and the conduct put right; and then everything ends together.
//
// Law:     credit-repair-measures-2025 art. 3 — publicity, sharing, use and restraint end together
//          guobanfa-2025-22 — acceptance in three working days, the result in ten
// Reading: decision 0161: silence on acceptance accepts; silence on the result names the authority
//          decision 0177: withdrawn until the result, by the subject or the window that brought it

#pragma once

#include <optional>
#include <string>

#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

struct RepairStep {
    const PlainLaw& law;
    Cards& cards;  // its item changes with the outcome
    const Said& said;
    const Occasion& who;
};

Refusals against_application(const RepairStep& step, const RepairCard& card);
Refusals against_acceptance(const RepairStep& step, const RepairCard& card, bool accepts);
Refusals against_repair_decision(const RepairStep& step, const RepairCard& card, bool grants);
Refusals against_revocation(const RepairStep& step, const RepairCard& card);
Refusals against_withdrawal_of(const RepairStep& step, const RepairCard& card);

void enter_application(const RepairStep& step, RepairCard& card);
void enter_acceptance(const RepairStep& step, RepairCard& card, bool accepts);
void enter_repair_decision(const RepairStep& step, RepairCard& card, bool grants);
void enter_revocation(const RepairStep& step, RepairCard& card);
void enter_withdrawal_of(const RepairStep& step, RepairCard& card);

// What the clerk does about repairs when a last day is past. How many acts come of it.
std::size_t enter_late_repairs(const PlainLaw& law, Cards& cards, Date today);

}  // namespace credit::simulation
