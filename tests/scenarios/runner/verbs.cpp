#include "tests/scenarios/runner/verbs.h"

#include <array>
#include <string>
#include <string_view>

#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"

namespace credit::scenarios {
namespace {

struct Verb {
    std::string_view word;
    std::string (*perform)(Stage&, const Step&);
};

constexpr std::array verbs{
    Verb{"register", register_subject},
    Verb{"submit", submit},
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
    Verb{"check", check},
};

}  // namespace

std::string perform(Stage& stage, const Step& step) {
    for (const auto& verb : verbs) {
        if (verb.word == step.verb) return verb.perform(stage, step);
    }
    return "no such verb: " + step.verb;
}

}  // namespace credit::scenarios
