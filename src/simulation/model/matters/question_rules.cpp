#include "simulation/model/matters/question_rules.h"

#include <cstddef>

#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

Refusals against_question(const Cards& cards, const LookupCard& lookup) {
    Refusals no;
    for (const auto& each : cards.questions) {
        if (each.lookup == lookup.id) {
            no.unless(false, "lookups.asked_already");
            return no;
        }
    }
    return no;
}

Refusals against_answer(const PlainLaw& law, const QuestionCard& card, const Said& said,
                        const Occasion& who) {
    Refusals no;
    no.unless(took_over(law, who.authority, card.authority), "lookups.not_your_question");
    no.unless(!card.answered, "lookups.answered_already");
    if (said.yes("allowed")) {
        no.unless(said.anything("article"), "lookups.article_missing");
        no.unless(said.anything("case"), "lookups.case_missing");
    } else {
        no.unless(said.text("consequence") == "procedure_corrected", "lookups.consequence_unknown");
    }
    no.unless(said.anything("words"), "lookups.answer_words_missing");
    return no;
}

void enter_question(const PlainLaw& law, QuestionCard& card, Date today) {
    card.authority = answering(law, card.authority, today);
    const auto period = law.library().period("lookup.question.answer", today);
    card.due_on = law.calendar().end_of(*period, today).day;
}

std::size_t enter_silent_questions(Cards& cards, Date today) {
    std::size_t acts = 0;
    for (auto& card : cards.questions) {
        if (card.answered || card.named || today <= card.due_on) continue;
        card.named = true;
        ++acts;
    }
    return acts;
}

}  // namespace credit::simulation
