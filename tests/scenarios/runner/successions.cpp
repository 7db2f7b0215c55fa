// Verbs about mergers and splits: recorded, annulled, and what each reader is told of them.

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

Asker registrar_in(const Step& step) {
    return {.role = *access::parse_role(step.arguments.value_or("role", "officer")),
            .authority = step.arguments.value_or("as", "SD-SAMR")};
}

// "company-a,company-b"; none for "none".
std::vector<std::string> aliases_in(std::string_view text) {
    std::vector<std::string> aliases;
    while (!text.empty() && text != "none") {
        const auto end = text.find(',');
        aliases.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? "" : text.substr(end + 1);
    }
    return aliases;
}

// With name=…: every side is given that name.
JsonArray sides_of(Stage& stage, const Step& step, const std::vector<std::string>& aliases) {
    JsonArray sides;
    for (const auto& alias : aliases) {
        const auto& subject = stage.subject(alias, step.arguments);
        sides.push_back(JsonObject{{"identifier", subject.identifier},
                                   {"name", step.arguments.value_or("name", subject.name)}});
    }
    return sides;
}

// The short names of a side, of those that the step knows.
std::string known_by(Stage& stage, const Step& step, const JsonObject& succession,
                     std::string_view side) {
    std::string names;
    for (const auto& each : succession.at(side).as_array()) {
        const auto code = text_in(each.as_object(), "unified_social_credit_code");
        std::string name = "?";
        for (const auto& alias : step.arguments.words) {
            if (stage.subject(alias, step.arguments).identifier == code) name = alias;
        }
        names += (names.empty() ? "" : " ") + name;
    }
    return names;
}

std::string told(Stage& stage, const Step& step, const JsonObject& succession) {
    std::string text = text_in(succession, "kind") + " on " + text_in(succession, "from_on") +
                       ": " + known_by(stage, step, succession, "predecessors") + " > " +
                       known_by(stage, step, succession, "successors");
    const auto objected = read_flag(succession, "objection_pending");
    if (objected && *objected) text += ", objected";
    const auto annulled = text_in(succession, "annulled_on");
    return annulled.empty() ? text : text + ", annulled " + annulled;
}

JsonObject asked_of(Stage& stage, const Step& step, const std::string& alias) {
    const auto reader = step.arguments.value_or("reader", "public");
    if (reader == "subject") return body_of(stage.get_as_subject(alias, "/v1/account"));
    const auto& subject = stage.subject(alias, step.arguments);
    JsonObject body{{"identifier", subject.identifier}, {"name", subject.name}};
    if (reader != "authority") return body_of(stage.post_openly("/v1/subjects/lookup", body));
    body["purpose"] = "approval";
    body["ground"] = "sd_regulation_22";
    body["case"] = "示例受理〔2026〕2号";
    body["officer"] = "示例经办人";
    return body_of(stage.post("/v1/subjects/lookup", body, registrar_in(step)));
}

// Whether the public page of the subject leads to every other side.
std::string page_text(Stage& stage, const JsonObject& succession, std::string_view own) {
    std::string page;
    std::vector<std::string> others;
    for (const auto* const side : {"predecessors", "successors"}) {
        for (const auto& each : succession.at(side).as_array()) {
            const auto& object = each.as_object();
            const bool itself = text_in(object, "unified_social_credit_code") == own;
            if (itself) page = text_in(object, "page");
            if (!itself) others.push_back(text_in(object, "page"));
        }
    }
    const auto body = stage.get(page, {.role = access::Role::Public}).body;
    for (const auto& other : others) {
        if (!body.contains("href=\"" + other + "\"")) return "; its page does not lead there";
    }
    return "; its page leads there";
}

}  // namespace

std::string record_succession(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"kind", said.value_or("kind", "absorption")},
                    {"from_on", said.value_or("from_on", calendar::to_text(step.day))},
                    {"predecessors", sides_of(stage, step, said.words)},
                    {"successors", sides_of(stage, step, aliases_in(said.value_or("to", "none")))}};
    const auto document = said.value_or("document", "示例登记〔2026〕1号");
    if (document != "none") body["document_number"] = document;
    const auto response = stage.post("/v1/successions", body, registrar_in(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    stage.successions[said.word(0)] = text_in(body_of(response), "succession");
    return "recorded";
}

std::string annul_succession(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject body{{"document_number", said.value_or("document", "示例撤销〔2026〕1号")},
                          {"reasons", said.value_or("reasons", "登记有误")}};
    const auto response =
        stage.post("/v1/successions/" + stage.successions[said.word(0)] + "/annulment", body,
                   registrar_in(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "annulled" : refusal;
}

std::string history(Stage& stage, const Step& step) {
    const auto& alias = step.arguments.word(0);
    const auto answer = asked_of(stage, step, alias);
    const auto* const successions = answer.if_contains("successions");
    if (successions == nullptr) return "none";
    std::string text;
    for (const auto& each : successions->as_array()) {
        text += (text.empty() ? "" : "; ") + told(stage, step, each.as_object());
        if (step.arguments.value_or("reader", "") != "page") continue;
        text += page_text(stage, each.as_object(), stage.subject(alias, step.arguments).identifier);
    }
    return text;
}

}  // namespace credit::scenarios
