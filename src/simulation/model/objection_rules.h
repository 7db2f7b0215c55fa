// An objection, by the articles: while it is open nothing that hangs on its item is executed.
//
// Law:     luzhengfa-2017-44 item 20 — measures are not executed while information is verified
//          sd-social-credit-regulation-2020 art. 39 — three working days, or seven where another
//          unit must check
// Reading: decision 0122: silence past the clock resolves for the subject
//          decision 0232: what was found wrong never comes back
//          decision 0233: what may follow after the last day

#pragma once

#include <cstddef>

#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

struct ObjectionStep {
    const PlainLaw& law;
    Cards& cards;  // its item changes with the outcome
    const Said& said;
    const Occasion& who;
};

Refusals against_filing(const ObjectionStep& step, const ObjectionCard& card);
Refusals against_forwarding(const ObjectionStep& step, const ObjectionCard& card);
Refusals against_withdrawal(const ObjectionStep& step, const ObjectionCard& card);
Refusals against_extension(const ObjectionStep& step, const ObjectionCard& card);
Refusals against_refusal(const ObjectionStep& step, const ObjectionCard& card);
Refusals against_conclusion(const ObjectionStep& step, const ObjectionCard& card);

void enter_filing(const ObjectionStep& step, ObjectionCard& card);
void enter_forwarding(const ObjectionStep& step, ObjectionCard& card);
void enter_withdrawal(const ObjectionStep& step, ObjectionCard& card);
void enter_extension(const ObjectionStep& step, ObjectionCard& card);
void enter_refusal(const ObjectionStep& step, ObjectionCard& card);
void enter_conclusion(const ObjectionStep& step, ObjectionCard& card);

// What the clerk does by himself when a last day is past: listings and orders expire, silence is
// resolved for the subject. How many acts come of it.
std::size_t enter_what_is_due(Cards& cards, Date today);

}  // namespace credit::simulation
