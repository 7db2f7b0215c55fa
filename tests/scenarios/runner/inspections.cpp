// Verbs about inspection plans: who may be inspected, in which group, and who was drawn.

#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <vector>

#include "access/principal.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

Asker asker_of(const Step& step) {
    const auto& said = step.arguments;
    return {.role = *access::parse_role(said.value_or("role", "officer")),
            .authority = said.value_or("as", "JN-SAMR")};
}

std::string alias_of(Stage& stage, const Step& step, const std::string& code) {
    for (const auto& alias : step.arguments.words) {
        if (stage.subject(alias, step.arguments).identifier == code) return alias;
    }
    return "another";
}

std::string told_row(Stage& stage, const Step& step, const JsonObject& row) {
    std::string text =
        alias_of(stage, step, text_in(row, "organisation")) + " " + text_in(row, "group");
    for (const auto& each : row.at("duties").as_array()) {
        text += " " + text_in(each.as_object(), "measure");
    }
    for (const auto& each : row.at("evaluations").as_array()) {
        const auto& evaluation = each.as_object();
        text += " " + text_in(evaluation, "category") + ":" + text_in(evaluation, "result");
        if (evaluation.contains("agreement")) text += " under " + text_in(evaluation, "agreement");
    }
    if (row.contains("drawn") && row.at("drawn").as_bool()) text += " drawn";
    return text;
}

// In the order of the step's own words.
std::string told(Stage& stage, const Step& step, const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    std::vector<std::string> rows;
    for (const auto& each : answer.at("rows").as_array()) {
        rows.push_back(told_row(stage, step, each.as_object()));
    }
    std::ranges::sort(rows);
    std::string text;
    for (const auto& row : rows) text += (text.empty() ? "" : "; ") + row;
    return text;
}

JsonArray reductions(const Arguments& said) {
    const auto reduce = said.value_or("reduce", "");
    if (reduce.empty()) return {};
    const auto colon = reduce.find(':');
    return {JsonObject{{"category", reduce.substr(0, colon)},
                       {"result", reduce.substr(colon + 1)},
                       {"article", said.value_or("article", "luzhengfa-2017-44 art. 8")}}};
}

}  // namespace

std::string plan_inspections(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonArray organisations;
    for (const auto& alias : said.words) {
        organisations.emplace_back(stage.subject(alias, said).identifier);
    }
    const JsonObject body{{"ground", said.value_or("ground", "sd_regulation_22")},
                          {"case", said.value_or("case", "示例抽查〔2026〕1号")},
                          {"officer", said.value_or("officer", "示例经办人")},
                          {"from_on", said.value_or("from_on", "2026-04-01")},
                          {"through_on", said.value_or("through_on", "2026-04-30")},
                          {"shares",
                           {{"lighter", std::stoll(said.value_or("lighter", "10"))},
                            {"usual", std::stoll(said.value_or("usual", "50"))},
                            {"closer", std::stoll(said.value_or("closer", "100"))}}},
                          {"reductions", reductions(said)},
                          {"organisations", organisations}};
    const auto response = stage.post("/v1/inspections", body, asker_of(step));
    if (response.status < 300) stage.plan = text_in(body_of(response), "plan");
    return told(stage, step, response);
}

std::string draw_inspections(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject body{{"ground", said.value_or("ground", "sd_regulation_22")},
                          {"officer", said.value_or("officer", "示例经办人")}};
    return told(stage, step,
                stage.post("/v1/inspections/" + stage.plan + "/draw", body, asker_of(step)));
}

std::string read_plan(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/inspections/" + stage.plan, asker_of(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    return std::to_string(answer.at("named").as_array().size()) + " named, " +
           std::to_string(answer.at("to_inspect").as_array().size()) + " to inspect" +
           (answer.contains("rows") ? ", with rows" : "");
}

}  // namespace credit::scenarios
