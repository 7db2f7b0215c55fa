// Verbs about leak incidents: opened, reported, told, closed, and what a subject reads of them.

#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

Asker officer_of(const Step& step, std::string_view authority = "JN-SAMR") {
    return {.role = *access::parse_role(step.arguments.value_or("role", "officer")),
            .authority = step.arguments.value_or("as", authority)};
}

std::string told(const JsonObject& incident) {
    std::string text = text_in(incident, "closed_on").empty() ? "open" : "closed";
    if (text_in(incident, "reported_on").empty()) {
        text += ", report by " + text_in(incident, "report_due_on");
    }
    const auto tell = text_in(incident, "tell_due_on");
    if (!tell.empty()) text += ", tell by " + tell;
    if (!incident.at("must_tell").as_bool()) text += ", need not tell";
    const auto completed = text_in(incident, "completed_on");
    if (!completed.empty()) text += ", all told on " + completed;
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string path_of(const Stage& stage, std::string_view last) {
    return "/v1/incidents/" + (stage.incident.empty() ? "none-1" : stage.incident) + "/" +
           std::string(last);
}

std::string take_step(Stage& stage, const Step& step, std::string_view last, JsonObject body,
                      std::string_view authority = "JN-SAMR") {
    for (auto& [name, value] : body) {
        if (step.arguments.has(name)) value = step.arguments.value_or(name, "");
    }
    return outcome(stage.post(path_of(stage, last), body, officer_of(step, authority)));
}

JsonObject account_of(const Step& step) {
    JsonObject body{{"cause", "示例原因"},
                    {"harm", "示例危害"},
                    {"steps", "示例措施"},
                    {"protection", "示例建议"},
                    {"contact", "示例联系方式"}};
    for (auto& [name, value] : body) {
        if (step.arguments.has(name)) value = step.arguments.value_or(name, "");
    }
    const auto kinds = step.arguments.value_or("kinds", "records");
    body["kinds"] = kinds.empty() ? JsonArray{} : JsonArray{Json(kinds)};
    return body;
}

std::string number_in(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value == nullptr ? "none" : to_text(*value);
}

}  // namespace

std::string open_incident(Stage& stage, const Step& step) {
    auto body = account_of(step);
    body["discovered_on"] = step.arguments.value_or("discovered_on", calendar::to_text(step.day));
    const auto response = stage.post("/v1/incidents", body, officer_of(step));
    if (response.status < 300) stage.incident = text_in(body_of(response), "incident");
    return outcome(response);
}

std::string supplement(Stage& stage, const Step& step) {
    JsonObject body;
    say(body, step.arguments);
    body.erase("as");
    return outcome(stage.post(path_of(stage, "supplement"), body, officer_of(step)));
}

std::string report(Stage& stage, const Step& step) {
    return take_step(stage, step, "report",
                     {{"department", "SD-CYB"}, {"document_number", "示例报〔2026〕1号"}});
}

// By a table of the identifiers of those named; with items=yes by their listings,
// and with a number by the record of that document.
std::string concerns(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    http::Response response;
    if (said.value_or("items", "no") == "yes") {
        JsonArray items;
        for (const auto& alias : said.words) {
            const bool record = said.has("number");
            items.push_back(JsonObject{
                {"about", record ? "record" : "listing"},
                {"about_id", record ? filed_record(stage, said) : stage.listings[alias]}});
        }
        response =
            stage.post(path_of(stage, "items"), {{"items", std::move(items)}}, officer_of(step));
    } else {
        auto spool = http::Spool::create();
        CHECK(spool.has_value());
        std::string table = "identifier\n";
        for (const auto& alias : said.words) table += stage.subject(alias, said).identifier + "\n";
        CHECK((*spool)->append(table).has_value());
        http::Request request;
        request.method = http::Method::Post;
        request.target = path_of(stage, "concerned");
        request.content_type = "text/csv";
        request.file = *std::move(spool);
        response = stage.send(std::move(request), officer_of(step));
    }
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    std::string text = "named " + number_in(body, "named");
    const auto* const unknown = body.if_contains("unknown_rows");
    if (unknown != nullptr && !unknown->as_array().empty())
        text += ", unknown rows " + to_text(*unknown);
    return text;
}

std::string except_telling(Stage& stage, const Step& step) {
    return take_step(stage, step, "exception", {{"measures", "示例措施"}, {"reasons", "示例理由"}});
}

std::string order_telling(Stage& stage, const Step& step) {
    return take_step(stage, step, "order",
                     {{"document_number", "示例令〔2026〕1号"}, {"reasons", "示例理由"}}, "SD-CYB");
}

std::string tell_concerned(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path_of(stage, "telling");
    const auto response = stage.send(std::move(request), officer_of(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "told " + number_in(body_of(response), "done") : refusal;
}

std::string complete_telling(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path_of(stage, "completion");
    return outcome(stage.send(std::move(request), officer_of(step)));
}

std::string unreached(Stage& stage, const Step& step) {
    const auto response =
        stage.post(path_of(stage, "unreached"),
                   {{"reasons", step.arguments.value_or("reasons", "示例理由")}}, officer_of(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? "named " + number_in(body_of(response), "done") : refusal;
}

std::string close_incident(Stage& stage, const Step& step) {
    return take_step(stage, step, "closing",
                     {{"document_number", "示例结〔2026〕1号"}, {"lessons", "示例教训"}});
}

// What the subject reads of what touched it.
std::string incidents(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto response = said.has("as")
                              ? stage.get("/v1/incidents", officer_of(step))
                              : stage.get_as_subject(said.word(0), "/v1/account/incidents");
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto body = body_of(response);
    for (const auto& each : body.at("items").as_array()) {
        const auto& incident = each.as_object();
        text += (text.empty() ? "" : "; ") + text_in(incident, "cause");
        const auto state = text_in(incident, "state");
        if (!state.empty()) text += " " + state;
        const auto* const items = incident.if_contains("items");
        if (items != nullptr && !items->as_array().empty()) text += " with items";
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
