#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

constexpr std::string_view credit_office = "SD-DRC";
constexpr std::string_view determining_office = "SD-SAMR";

std::string told(const JsonObject& objection) {
    std::string text = text_in(objection, "state");
    const auto due = text_in(objection, "due_on");
    const auto silent = text_in(objection, "silent");
    if (!due.empty() && silent.empty()) text += ", answer by " + due;
    if (!silent.empty()) text += ", silent: " + silent;
    const auto provisional = read_flag(objection, "provisional");
    if (provisional && *provisional) text += ", provisional";
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string path_of(Stage& stage, const Step& step, std::string_view last) {
    const auto& alias = step.arguments.word(0);
    const auto id = stage.objections.contains(alias) ? stage.objections[alias] : "none-1";
    return "/v1/objections/" + id + "/" + std::string(last);
}

// Steps of an office: the credit office's or the determining one's unless the scenario says.
std::string take_step(Stage& stage, const Step& step, std::string_view last,
                      const JsonObject& body) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", determining_office);
    const auto role = said.value_or("role", as == credit_office ? "credit_office" : "officer");
    return outcome(stage.post(path_of(stage, step, last), body, *access::parse_role(role), as));
}

std::string item_of(Stage& stage, const Step& step) {
    const auto& alias = step.arguments.word(0);
    const auto about = step.arguments.value_or("about", "listing");
    if (about == "record") return filed_record(stage, step.arguments);
    if (about == "repair") return stage.repairs.contains(alias) ? stage.repairs[alias] : "none-1";
    if (about == "commitment") return stage.commitments[alias];
    if (about == "naming") return stage.namings[alias];
    if (about == "succession") return stage.successions[step.arguments.value_or("of", alias)];
    return about == "order" ? stage.orders[alias] : stage.listings[alias];
}

std::string items_of(const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto body = body_of(response);
    const auto items = read_array(body, "items");
    for (const auto& each : **items) {
        const auto& row = each.as_object();
        text += (text.empty() ? "" : "; ") + text_in(row, "what");
        const auto due = text_in(row, "due_on");
        if (!due.empty()) text += " by " + due;
    }
    return text.empty() ? "nothing" : text;
}

}  // namespace

std::string object(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    JsonObject point{{"aspect", said.value_or("aspect", "content")},
                     {"said", said.value_or("said", "示例理由")}};
    JsonObject body{{"about", said.value_or("about", "listing")},
                    {"about_id", item_of(stage, step)}};
    const auto points = said.value_or("points", "one");
    if (points != "none") body["points"] = JsonArray{point};
    if (points == "two") body["points"].as_array().push_back(point);
    if (said.has("file")) body["files"] = JsonArray{Json(stage.file)};  // that was given last
    for (const auto* const name : {"filer", "authorisation"}) {
        if (said.has(name)) body[name] = said.value_or(name, "");
    }
    if (!said.has("as")) {
        const auto by = said.value_or("by", alias);
        const auto response = stage.post_as_subject(by, "/v1/objections", body);
        if (response.status < 300) {
            stage.objections[alias] = text_in(body_of(response), "objection");
        }
        return outcome(response);
    }
    body["identifier"] = stage.subject(alias, said).identifier;
    const auto response =
        stage.post("/v1/objections", body, *access::parse_role(said.value_or("role", "officer")),
                   said.value_or("as", ""));
    if (response.status < 300) stage.objections[alias] = text_in(body_of(response), "objection");
    return outcome(response);
}

std::string forward(Stage& stage, const Step& step) {
    const auto as = step.arguments.value_or("as", credit_office);
    const auto role = step.arguments.value_or("role", "credit_office");
    http::Request request;
    request.target = path_of(stage, step, "forwarding");
    return outcome(stage.send(std::move(request), *access::parse_role(role), as));
}

std::string extend(Stage& stage, const Step& step) {
    return take_step(stage, step, "extension",
                     {{"reason", step.arguments.value_or("reason", "需要调取档案")}});
}

std::string refuse_objection(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"reasons", said.value_or("reasons", "没有新的事实")}};
    if (said.has("no_new_facts")) body["no_new_facts"] = said.value_or("no_new_facts", "");
    return take_step(stage, step, "refusal", body);
}

std::string conclude(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto finding = said.value_or("finding", "upheld");
    const bool partly = finding == "partly_upheld";  // the first of two points
    const bool both = said.value_or("points", "one") == "two";
    JsonObject answer{{"finding", partly ? "upheld" : finding},
                      {"reasons", said.value_or("reasons", "示例理由")}};
    if (said.has("changed")) answer["changed"] = said.value_or("changed", "");
    JsonArray answers{answer};
    if (partly) answer["finding"] = "not_upheld";
    if (partly || both) answers.push_back(answer);
    JsonObject body{{"answers", std::move(answers)},
                    {"document_number", said.value_or("document_number", "示例异决〔2026〕1号")},
                    {"remedy", said.value_or("remedy", "六十日内可以申请行政复议")}};
    if (finding == "upheld" || partly) {
        body["effect"] = said.value_or("effect", "withdrawn");
    }
    if (said.value_or("answers", "all") == "none") body["answers"] = JsonArray{};
    if (said.has("through_on")) body["through_on"] = said.value_or("through_on", "");
    return take_step(stage, step, "conclusion", body);
}

std::string withdraw_objection(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto path = path_of(stage, step, "withdrawal");
    if (!said.has("as")) {
        return outcome(stage.act_as_subject(said.value_or("by", said.word(0)), path));
    }
    JsonObject body;
    if (said.has("authorisation")) body["authorisation"] = said.value_or("authorisation", "");
    return take_step(stage, step, "withdrawal", body);
}

std::string told_to(Stage& stage, const Step& step) {
    const auto role = access::parse_role(step.arguments.value_or("role", "officer"));
    return items_of(stage.get("/v1/told", *role, step.arguments.word(0)));
}

// The first of what waits for the authority.
std::string acknowledge(Stage& stage, const Step& step) {
    const auto office = step.arguments.word(0);
    if (step.arguments.value_or("again", "no") == "no") {
        const auto body = body_of(stage.get("/v1/told", access::Role::Officer, office));
        const auto items = read_array(body, "items");
        if (!items || (*items)->empty()) return "nothing to acknowledge";
        stage.acknowledged = text_in((**items)[0].as_object(), "told");
    }
    const auto response =
        stage.post("/v1/told/" + stage.acknowledged + "/acknowledgement",
                   {{"receipt", step.arguments.value_or("receipt", "已更正并恢复")}},
                   access::Role::Officer, office);
    auto refusal = refusal_of(response);
    return refusal.empty() ? "acknowledged " + text_in(body_of(response), "what") : refusal;
}

std::string overdue(Stage& stage, const Step& /*step*/) {
    const auto response = stage.get("/v1/overdue", access::Role::CreditOffice, credit_office);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto body = body_of(response);
    const auto items = read_array(body, "items");
    for (const auto& each : **items) {
        const auto& row = each.as_object();
        text += (text.empty() ? "" : "; ") + text_in(row, "recipient") + " " + text_in(row, "what");
    }
    return text.empty() ? "nobody" : text;
}

}  // namespace credit::scenarios
