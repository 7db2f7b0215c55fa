// Verbs about stays: that a duty is not executed until a day.

#include <boost/json.hpp>
#include <string>

#include "access/principal.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

std::string told(const JsonObject& stay) {
    const auto measure = text_in(stay, "measure");
    const auto authority = text_in(stay, "authority");
    std::string text = text_in(stay, "scope");
    if (!measure.empty()) text += " " + measure;
    if (!authority.empty()) text += " at " + authority;
    text += " through " + text_in(stay, "through_on");
    const auto ended = text_in(stay, "ended_as");
    if (!ended.empty()) text += ", " + ended + " on " + text_in(stay, "ended_on");
    if (!text_in(stay, "officer").empty()) text += ", officer named";
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

Asker asker_of(const Step& step) {
    const auto& said = step.arguments;
    return {.role = *access::parse_role(said.value_or("role", "officer")),
            .authority = said.value_or("as", "SD-SAMR")};
}

JsonObject proposal(Stage& stage, const Arguments& said) {
    const auto scope = said.value_or("scope", "item");
    JsonObject body{{"scope", scope},
                    {"article", said.value_or("article", "luzhengfa-2017-44 art. 18")},
                    {"document_number", said.value_or("document_number", "示例缓〔2026〕1号")},
                    {"officer", said.value_or("officer", "示例审批人")},
                    {"office", said.value_or("office", "示例处室")},
                    {"reasons", said.value_or("reasons", "示例理由")},
                    {"through_on", said.value_or("through_on", "2026-04-30")}};
    if (scope == "measure") {
        body["authority"] = said.word(0);
    } else {
        body["item"] = said.value_or("item", "listing") == "order" ? stage.orders[said.word(0)]
                                                                   : stage.listings[said.word(0)];
    }
    if (scope != "item") body["measure"] = said.value_or("measure", "S01-B3");
    return body;
}

}  // namespace

std::string stay(Stage& stage, const Step& step) {
    const auto response = stage.post("/v1/stays", proposal(stage, step.arguments), asker_of(step));
    if (response.status < 300) {
        stage.stays[step.arguments.word(0)] = text_in(body_of(response), "stay");
    }
    return outcome(response);
}

std::string lift(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject body{
        {"document_number", said.value_or("document_number", "示例解〔2026〕1号")},
        {"reasons", said.value_or("reasons", "示例理由")}};
    return outcome(
        stage.post("/v1/stays/" + stage.stays[said.word(0)] + "/lifting", body, asker_of(step)));
}

std::string stays(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/stays", asker_of(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        text += (text.empty() ? "" : "; ") + told(each.as_object());
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
