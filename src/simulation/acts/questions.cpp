#include <string>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "demo/synthetic.h"
#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/acts/compare.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/question_rules.h"
#include "simulation/model/matters/succession_rules.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {
namespace {

using access::Role;

Finding answer(World& world, QuestionCard& card) {
    auto& dice = world.dice();
    world.touched = card.subject;
    const bool allowed = dice.once_in(2);
    JsonObject words{{"allowed", allowed}, {"words", dice.once_in(8) ? "" : "示例答复"}};
    if (allowed) {
        words["article"] = dice.once_in(8) ? "" : "sd-social-credit-regulation-2020 art. 22";
        words["case"] = dice.once_in(8) ? "" : "示例案〔2026〕1号";
    } else {
        words["consequence"] = dice.once_in(8) ? "nothing" : "procedure_corrected";
    }
    const Occasion who{.role = Role::Officer,
                       .authority = dice.once_in(8)
                                        ? "SD-FIN"
                                        : answering(world.law(), card.authority, world.today()),
                       .today = world.today()};
    const Said said(words);
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/lookups/questions/" + card.id + "/answer",
                                      .body = words,
                                      .authority = who.authority},
                                     against_answer(world.law(), card, said, who));
    if (!asked.done()) return asked.finding;
    card.answered = true;
    card.misused = !allowed;
    ++world.cards().acts;
    return {};
}

}  // namespace

// The subject reads every look-up on itself: each can be asked about by its receipt.
Finding ask_about_lookup(World& world) {
    auto& dice = world.dice();
    auto& cards = world.cards();
    if (!cards.questions.empty() && dice.once_in(2)) {
        return answer(world, cards.questions[dice.roll(cards.questions.size())]);
    }
    if (cards.lookups.empty()) return {};
    const LookupCard& lookup = dice.pick(cards.lookups);
    world.touched = lookup.subject;
    const auto asked = ask_expecting(world,
                                     {.path = "/v1/account/lookups/" + lookup.id + "/question",
                                      .body = {{"words", "示例询问"}},
                                      .subject = lookup.subject},
                                     against_question(cards, lookup));
    if (!asked.done()) return asked.finding;
    QuestionCard card{.id = asked.answer.member("question"),
                      .lookup = lookup.id,
                      .subject = lookup.subject,
                      .authority = lookup.authority};
    enter_question(world.law(), card, world.today());
    cards.questions.push_back(card);
    ++cards.acts;
    if (asked.answer.member("due_on") == calendar::to_text(card.due_on)) return {};
    return "expected an answer by " + calendar::to_text(card.due_on) +
           ", but: " + asked.answer.text;
}

}  // namespace credit::simulation
