// "Was this look-up allowed?", by the articles: asked once by the subject of the look-up, answered
// with reasons by the authority that looked, and silence is named.
//
// Law:     personal-information-protection-law-2021 art. 48, 50 — explanation, with reasons
// Reading: decision 0132: seven working days; a late answer is still taken

#pragma once

#include <cstddef>

#include "simulation/model/cards.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

Refusals against_question(const Cards& cards, const LookupCard& lookup);
Refusals against_answer(const PlainLaw& law, const QuestionCard& card, const Said& said,
                        const Occasion& who);

// Who is asked, and the last day for the answer.
void enter_question(const PlainLaw& law, QuestionCard& card, Date today);

// Authorities that were silent past their last day. How many acts come of it.
std::size_t enter_silent_questions(Cards& cards, Date today);

}  // namespace credit::simulation
