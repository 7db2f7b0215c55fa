#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto order = body_of(response);
    std::string text = text_in(order, "held_by").empty() ? "in force" : "on hold";
    if (!text_in(order, "ended_on").empty()) return "ended as " + text_in(order, "ended_as");
    text += " from " + text_in(order, "from_on");
    const auto through = text_in(order, "through_on");
    if (!through.empty()) text += " through " + through;
    const auto event = text_in(order, "ends_when");
    if (!event.empty()) text += " until " + event;
    return text;
}

access::Role role_in(const Step& step) {
    return *access::parse_role(step.arguments.value_or("role", "officer"));
}

std::string take_step(Stage& stage, const Step& step, std::string_view path, JsonObject body) {
    const auto alias = step.arguments.word(0);
    say(body, step.arguments);
    const auto id = stage.orders.contains(alias) ? stage.orders[alias] : "none-1";
    return outcome(stage.post("/v1/orders/" + id + "/" + std::string(path), body, role_in(step),
                              step.arguments.value_or("as", "SD-COURT")));
}

}  // namespace

std::string order(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    const auto day = calendar::to_text(step.day);
    JsonObject body{
        {"identifier", subject.identifier},
        {"name", subject.name},
        {"document_number", "示例令〔2026〕" + std::to_string(++stage.documents) + "号"},
        {"decided_on", day},
        {"served_on", day},
        {"remedy_zh", "可以申请复议"},
        {"remedy_en", "reconsideration"}};
    auto of_order = said;
    if (said.has("for")) {
        for (const auto* const name : {"for", "role_in", "conduct_on", "finding"}) {
            of_order.values.erase(name);
        }
        body["responsible"] =
            JsonObject{{"organisation", stage.subject(said.value_or("for", ""), said).identifier},
                       {"role", said.value_or("role_in", "legal_representative")},
                       {"conduct_on", said.value_or("conduct_on", day)},
                       {"finding", said.value_or("finding", "示例认定：对违法行为负有责任")}};
    }
    say(body, of_order);
    const auto response =
        stage.post("/v1/orders", body, role_in(step), said.value_or("as", "SD-COURT"));
    if (response.status < 300) stage.orders[said.word(0)] = text_in(body_of(response), "order");
    return outcome(response);
}

// What stands of an authority's own.
std::string orders(Stage& stage, const Step& step) {
    const auto by = step.arguments.value_or("as", "SD-COURT");
    const auto response = stage.get("/v1/orders", role_in(step), by);
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& order = each.as_object();
        CHECK(!order.contains("subject"));
        text += (text.empty() ? "" : "; ") + text_in(order, "measure");
        if (!text_in(order, "held_by").empty()) text += " on hold";
        if (text_in(order, "authority") != by) text += " of " + text_in(order, "authority");
    }
    return text.empty() ? "none" : text;
}

std::string end_order(Stage& stage, const Step& step) {
    return take_step(
        stage, step, "end",
        {{"reason", "performed"}, {"document_number", "示例止〔2026〕1号"}, {"words", "示例理由"}});
}

std::string suspend_order(Stage& stage, const Step& step) {
    return take_step(stage, step, "suspension", {{"reason", "核实信息"}});
}

std::string resume_order(Stage& stage, const Step& step) {
    return take_step(stage, step, "resumption", {{"reason", "核实无误"}});
}

}  // namespace credit::scenarios
