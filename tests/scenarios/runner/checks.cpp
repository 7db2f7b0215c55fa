#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "foundation/json.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

void add(std::string& outcome, const std::string& fact) {
    outcome += (outcome.empty() ? "" : "; ") + fact;
}

void add_duties(std::string& outcome, const JsonObject& effect) {
    const auto duties = read_array(effect, "duties");
    if (!duties || (*duties)->empty()) return add(outcome, "no duty");
    for (const auto& each : **duties) {
        const auto& duty = each.as_object();
        add(outcome, "duty " + text_in(duty, "measure") + " " + text_in(duty, "obligation"));
    }
}

// Which of the duties are not executed, in their precedence.
void add_stays(std::string& outcome, const JsonObject& effect) {
    const auto stays = read_array(effect, "stays");
    if (!stays) return;
    for (const auto& each : **stays) {
        const auto& stay = each.as_object();
        const auto measure = text_in(stay, "measure");
        add(outcome, std::to_string(stay.at("precedence").as_int64()) + ": " +
                         text_in(stay, "scope") + (measure.empty() ? "" : " " + measure) +
                         " not executed through " + text_in(stay, "through"));
    }
}

void add_effects(std::string& outcome, const JsonObject& answer, std::string_view member) {
    const auto effects = read_array(answer, member);
    if (!effects) return add(outcome, "no " + std::string(member));
    for (const auto& each : **effects) {
        const auto& effect = each.as_object();
        const auto state = text_in(effect, "state");
        std::string fact = state == "on_hold"  ? "on hold "
                           : state == "stayed" ? "stayed "
                                               : "in force ";
        fact += text_in(effect, "standard") + text_in(effect, "measure");
        const auto through = text_in(effect, "through");
        fact += through.empty() ? " until " + text_in(effect, "ends_when") : " through " + through;
        add(outcome, fact);
        add_duties(outcome, effect);
        add_stays(outcome, effect);
    }
}

bool says(const JsonObject& answer, std::string_view name) {
    const auto flag = read_flag(answer, name);
    return flag && *flag;
}

std::string told(const JsonObject& answer) {
    std::string outcome;
    const auto subject = text_in(answer, "subject");
    if (subject != "confirmed") add(outcome, subject);
    add_effects(outcome, answer, "in_force");
    add_effects(outcome, answer, "incentives");
    if (says(answer, "nothing_found")) add(outcome, "nothing found");
    if (says(answer, "provisional")) add(outcome, "provisional");
    if (text_in(answer, "decided_by") == "officer") add(outcome, "an officer decides");
    if (text_in(answer, "receipt").empty()) add(outcome, "no receipt");
    if (!says(answer, "demonstration")) add(outcome, "not marked as a demonstration");
    return outcome.empty() ? "no effects" : outcome;
}

// A listing that was decided elsewhere is known by its first answer.
void remember_listing(Stage& stage, const std::string& alias, const JsonObject& answer) {
    const auto effects = read_array(answer, "in_force");
    if (!effects || (*effects)->empty() || stage.listings.contains(alias)) return;
    const auto& first = (*effects)->front().as_object();
    stage.listings[alias] = text_in(first, "listing");
    stage.standards[alias] = text_in(first, "standard");
}

}  // namespace

std::string check(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    JsonObject body{{"identifier", subject.identifier}, {"name", subject.name},
                    {"matter", "food_permit"},          {"purpose", "approval"},
                    {"ground", "sd_regulation_22"},     {"case", "示例受理〔2026〕1号"},
                    {"officer", "示例经办人"}};
    say(body, said);
    body.erase("outcome");
    body.erase("eligibility");
    if (said.has("eligibility")) body["eligibility"] = true;
    const auto response = stage.post("/v1/checks", body,
                                     *access::parse_role(said.value_or("role", "approval_system")),
                                     said.value_or("as", "JN-SAMR"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    remember_listing(stage, said.word(0), answer);
    stage.receipts[said.word(0)] = text_in(answer, "receipt");
    auto outcome = told(answer);
    // By when it is to be answered for: where the step asks, lest every scenario say it.
    if (said.value_or("outcome", "no") == "asked") {
        const auto due = text_in(answer, "outcome_due");
        add(outcome, due.empty() ? "nothing to answer for" : "outcome due " + due);
    }
    // Whether the easier ways are open to it, likewise.
    if (said.value_or("eligibility", "no") == "asked") {
        const auto* const found = answer.if_contains("eligibility");
        if (found == nullptr) {
            add(outcome, "eligibility not asked");
        } else {
            const auto& told = found->as_object();
            std::string fact = told.at("eligible").as_bool() ? "eligible: " : "not eligible: ";
            fact += text_in(told, "ground");
            if (!text_in(told, "since").empty()) fact += " since " + text_in(told, "since");
            add(outcome, fact);
        }
    }
    return outcome;
}

}  // namespace credit::scenarios
