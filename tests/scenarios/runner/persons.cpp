// Verbs about persons whom decisions on organisations name.

#include <boost/json.hpp>
#include <string>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

access::Role role_in(const Step& step) {
    return *access::parse_role(step.arguments.value_or("by", "officer"));
}

std::string told(const JsonObject& shown) {
    const auto objected = read_flag(shown, "objection_pending");
    return text_in(shown, "role") + " " + text_in(shown, "state") +
           (objected && *objected ? ", objected" : "");
}

std::string told_all(const JsonObject& answer) {
    const auto* const all = answer.if_contains("named_in");
    if (all == nullptr) return "named in nothing";
    std::string text;
    for (const auto& each : all->as_array()) {
        text += (text.empty() ? "" : "; ") + told(each.as_object());
    }
    return text;
}

}  // namespace

// name_person person company
std::string name_person(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& person = stage.subject(said.word(0), said);
    JsonObject body{{"identifier", person.identifier},
                    {"name", person.name},
                    {"role", said.value_or("role_in", "legal_representative")},
                    {"finding", "示例认定：对违法行为负有责任"},
                    {"told_on", calendar::to_text(step.day)},
                    {"proof", "示例送达回证"},
                    {"answer", "未陈述申辩"},
                    {"remedy", "可以申请行政复议"}};
    auto rest = said;
    rest.values.erase("role_in");
    say(body, rest);
    const auto listing =
        stage.listings.contains(said.word(1)) ? stage.listings[said.word(1)] : "none-1";
    const auto response = stage.post("/v1/listings/" + listing + "/persons", body, role_in(step),
                                     said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    stage.namings[said.word(0)] = text_in(body_of(response), "naming");
    return "named";
}

std::string withdraw_naming(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto naming =
        stage.namings.contains(said.word(0)) ? stage.namings[said.word(0)] : "none-1";
    JsonObject body{{"reasons", "示例理由"}};
    say(body, said);
    const auto response = stage.post("/v1/namings/" + naming + "/withdrawal", body, role_in(step),
                                     said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "withdrawn" : refusal;
}

// As an authority reads it; by=subject: as the person itself does.
std::string named_in(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    if (said.value_or("by", "") == "subject") {
        return told_all(body_of(stage.get_as_subject(said.word(0), "/v1/account")));
    }
    const auto& person = stage.subject(said.word(0), said);
    const JsonObject body{{"identifier", person.identifier}, {"name", person.name},
                          {"purpose", "inspection"},         {"ground", "sd_regulation_22"},
                          {"case", "示例案〔2026〕1号"},     {"officer", "示例经办人"}};
    const auto response = stage.post("/v1/subjects/lookup", body, access::Role::Clerk,
                                     said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? told_all(body_of(response)) : refusal;
}

}  // namespace credit::scenarios
