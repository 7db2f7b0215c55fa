// Tasks of a joint action, by the articles: who is set to work by a listing that takes force, on
// what, until when; who may answer what; and what becomes of those who say nothing.
//
// Law:     luzhengfa-2017-44 items 16, 17 — start, respond, execute, feed back
//          luzhengfa-2017-44 items 19, 20 — over, or being verified: nothing is carried out
//          guobanfa-2020-49 — the market is told and never set to work
// Reading: decisions 0185, 0186

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

// What must be started on that day and was not, and its tasks, one for each authority.
std::vector<TaskCard> tasks_to_start(const PlainLaw& law, const Cards& cards, Date today);

struct TaskStep {
    const PlainLaw& law;
    const Cards& cards;
    const Said& said;  // of one duty
    const Occasion& who;
};

Refusals against_acceptance(const TaskStep& step, const TaskCard& card);
void enter_acceptance(const TaskStep& step, TaskCard& card);
// Of the duty on that measure.
Refusals against_outcome(const TaskStep& step, const TaskCard& card, const DutyCard& duty);

// Those who said nothing past their day are named; what is over lapses. How many acts come of it.
std::size_t enter_late_tasks(const PlainLaw& law, Cards& cards, Date today);

}  // namespace credit::simulation
