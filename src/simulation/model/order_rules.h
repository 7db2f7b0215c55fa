// An individual order, by the articles: what stands against each step, and what the card says after
// it.
//
// Law:     guobanfa-2020-49 — by an authority that the law empowers, on a document, with a remedy
//          personal-information-protection-law-2021 art. 8 — no match by name alone
// Reading: decision 0103: a restraint that touches movement, schooling or livelihood of a person
//          binds by an order that names person, measure and end

#pragma once

#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

struct OrderStep {
    const PlainLaw& law;
    const Cards& cards;
    const Said& said;
    const Occasion& who;
};

Refusals against_order(const OrderStep& step, const OrderCard& card);
Refusals against_end(const OrderStep& step, const OrderCard& card);
Refusals against_suspension(const OrderStep& step, const OrderCard& card);
Refusals against_resumption(const OrderStep& step, const OrderCard& card);

void enter_order(const OrderStep& step, OrderCard& card);
void enter_end(const OrderStep& step, OrderCard& card);
void enter_suspension(const OrderStep& step, OrderCard& card);
void enter_resumption(const OrderStep& step, OrderCard& card);

}  // namespace credit::simulation
