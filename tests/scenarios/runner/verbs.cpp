#include "tests/scenarios/runner/verbs.h"

#include <array>
#include <string>
#include <string_view>

#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"

namespace credit::scenarios {
namespace {

std::string sweep(Stage& stage, const Step& /*step*/) {
    return stage.sweep();
}

struct Verb {
    std::string_view word;
    std::string (*perform)(Stage&, const Step&);
};

constexpr std::array verbs{
    Verb{"register", register_subject},
    Verb{"submit", submit},
    Verb{"withdraw", withdraw},
    Verb{"review", review},
    Verb{"waiting", waiting},
    Verb{"review_text", review_text},
    Verb{"withheld", withheld},
    Verb{"erase", erase},
    Verb{"rows", read_rows},
    Verb{"look", look},
    Verb{"propose", propose},
    Verb{"notice", give_notice},
    Verb{"statement", record_statement},
    Verb{"decide", decide},
    Verb{"serve", serve},
    Verb{"remove", remove},
    Verb{"annul", annul},
    Verb{"suspend", suspend},
    Verb{"resume", resume},
    Verb{"order", order},
    Verb{"end_order", end_order},
    Verb{"suspend_order", suspend_order},
    Verb{"resume_order", resume_order},
    Verb{"object", object},
    Verb{"forward", forward},
    Verb{"extend", extend},
    Verb{"refuse_objection", refuse_objection},
    Verb{"conclude", conclude},
    Verb{"withdraw_objection", withdraw_objection},
    Verb{"told", told_to},
    Verb{"acknowledge", acknowledge},
    Verb{"overdue", overdue},
    Verb{"check", check},
    Verb{"clerk", sweep},
};

}  // namespace

std::string perform(Stage& stage, const Step& step) {
    for (const auto& verb : verbs) {
        if (verb.word == step.verb) return verb.perform(stage, step);
    }
    return "no such verb: " + step.verb;
}

}  // namespace credit::scenarios
