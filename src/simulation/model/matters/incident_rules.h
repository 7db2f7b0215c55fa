// A leak, by the articles: the department and everyone concerned are told, and nothing is closed
// before whoever was told was reached.
//
// Law:     personal-information-protection-law-2021 art. 57 — who is told what, and the exception
//          personal-information-protection-law-2021 art. 60 — the department
// Reading: decision 0173: the clocks; decision 0174: when an incident may be closed

#pragma once

#include <cstddef>

#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

struct IncidentStep {
    const PlainLaw& law;
    const Said& said;
    const Occasion& who;
};

void enter_opening(const IncidentStep& step, IncidentCard& card, Date discovered_on);

// Of whoever goes on with one: it is open, and theirs.
Refusals against_going_on(const IncidentStep& step, const IncidentCard& card);

Refusals against_report(const IncidentStep& step, const IncidentCard& card);
void enter_report(const IncidentStep& step, IncidentCard& card);

Refusals against_exception(const IncidentStep& step, const IncidentCard& card);
void enter_exception(const IncidentStep& step, IncidentCard& card);

// By the department.
Refusals against_order(const IncidentStep& step, const IncidentCard& card);
void enter_order(const IncidentStep& step, IncidentCard& card);

Refusals against_completion(const IncidentStep& step, const IncidentCard& card);
void enter_completion(const IncidentStep& step, IncidentCard& card);

Refusals against_closing_incident(const IncidentStep& step, const IncidentCard& card);
void enter_closing_incident(const IncidentStep& step, IncidentCard& card);

// How many became concerned that were not: each is an act.
std::size_t enter_concerned(const Cards& cards, IncidentCard& card,
                            const std::vector<std::size_t>& subjects);
// How many were noted, and are told now.
std::size_t enter_telling(IncidentCard& card);

// Authorities that did not report or tell in time. How many acts come of it.
std::size_t enter_late_incidents(Cards& cards, Date today);

}  // namespace credit::simulation
