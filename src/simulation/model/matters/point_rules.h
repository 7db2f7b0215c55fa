// Points of an objection (异议事项): each is answered by itself, with reasons; upheld in part, the
// item is put right all the same.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — the answer, and its reasons
// Reading: decision 0233: what may follow, point by point

#pragma once

#include <string>

#include "simulation/model/cards.h"
#include "simulation/model/said.h"

namespace credit::simulation {

// "upheld", "partly_upheld", "not_upheld".
std::string outcome_of(const Said& said);
bool answers_each_point(const ObjectionCard& card, const Said& said);
// All that was upheld concerns publicity alone.
bool publicity_alone(const ObjectionCard& card, const Said& said);
// Of each point that was upheld, what the item says now.
bool changes_stated(const Said& said);

// Everything that is raised again was raised before, and in the same words.
bool raised_before(const ObjectionCard& earlier, const ObjectionCard& again);
bool says_nothing_new(const ObjectionCard& earlier, const ObjectionCard& again);

}  // namespace credit::simulation
