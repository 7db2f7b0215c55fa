// Verbs about what was done on duties: what stands open, its answer, and what each side reads.

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "desk/clerk/listing_watch.h"
#include "foundation/json.h"
#include "http/message.h"
#include "server/house.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

std::string outcome_text(const JsonObject& said) {
    if (!said.at("executed").as_bool()) return " not executed: " + text_in(said, "ground");
    std::string text = " executed " + text_in(said, "done_on");
    if (!text_in(said, "officer").empty()) text += " by an officer";
    return text;
}

std::string duty_text(const JsonObject& duty) {
    std::string text = text_in(duty, "measure");
    const auto* const outcome = duty.if_contains("outcome");
    if (outcome == nullptr) return text + " " + text_in(duty, "state");
    text += outcome_text(outcome->as_object());
    if (const auto* const corrections = duty.if_contains("corrections")) {
        for (const auto& each : corrections->as_array()) {
            text += ", corrected to" + outcome_text(each.as_object());
        }
    }
    return text;
}

std::string told(const JsonObject& execution) {
    std::string text = execution.at("open").as_bool() ? "open" : "answered";
    text += ", due " + text_in(execution, "due_on");
    const auto overdue = text_in(execution, "overdue_on");
    if (!overdue.empty()) text += ", overdue since " + overdue;
    const auto accepted = text_in(execution, "accepted_on");
    if (!accepted.empty()) text += ", accepted " + accepted;
    if (!text_in(execution, "lapsed_on").empty()) text += ", lapsed";
    if (!text_in(execution, "case").empty()) text += ", with case";
    for (const auto& each : execution.at("duties").as_array()) {
        text += "; " + duty_text(each.as_object());
    }
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

Asker asker_of(const Step& step) {
    const auto& said = step.arguments;
    return {.role = *access::parse_role(said.value_or("role", "officer")),
            .authority = said.value_or("as", said.value_or("task", "JN-SAMR"))};
}

// A task that an amendment added later: its id ends with the act that did.
std::string further_task(Stage& stage, const Asker& asker, const std::string& begins) {
    const auto open = body_of(stage.get("/v1/executions", asker));
    for (const auto& each : open.at("items").as_array()) {
        const auto id = text_in(each.as_object(), "execution");
        if (id.starts_with(begins)) return id;
    }
    return "none";
}

std::string receipt_of(Stage& stage, const Step& step) {
    const auto alias = step.arguments.word(0);
    // The task that the subject's listing started at that authority.
    const auto task = step.arguments.value_or("task", "");
    const auto begins = stage.listings[alias] + "-" + task;
    if (step.arguments.has("further")) return further_task(stage, asker_of(step), begins + "-");
    if (!task.empty()) return begins;
    return stage.receipts.contains(alias) ? stage.receipts[alias] : "none";
}

std::string item_of(Stage& stage, const Arguments& said) {
    const auto whose = said.value_or("of", said.word(0));
    return said.value_or("item", "listing") == "order" ? stage.orders[whose]
                                                       : stage.listings[whose];
}

JsonObject answer_in(Stage& stage, const Step& step, std::string_view result) {
    const auto& said = step.arguments;
    JsonObject duty{{"item", item_of(stage, said)},
                    {"measure", said.value_or("measure", "S01-B3")},
                    {"outcome", said.value_or("outcome", std::string(result))}};
    if (result == "executed") {
        duty["done_on"] = said.value_or("done_on", calendar::to_text(step.day));
        duty["document_number"] = said.value_or("document_number", "示例许可〔2026〕1号");
        if (text_in(duty, "done_on").empty()) duty.erase("done_on");
        if (said.value_or("order", "no") == "named") duty["order"] = stage.orders[said.word(0)];
        if (said.value_or("order", "no") == "other") duty["order"] = "none-1";
    } else {
        duty["ground"] = said.value_or("ground", "not_taken");
        duty["words"] = said.value_or("words", "示例理由");
    }
    return duty;
}

std::string answer_duty(Stage& stage, const Step& step, std::string_view result) {
    const auto& said = step.arguments;
    JsonObject body{{"duties", JsonArray{answer_in(stage, step, result)}}};
    if (said.value_or("duties", "one") == "none") body["duties"] = JsonArray{};
    if (said.has("officer")) body["officer"] = said.value_or("officer", "");
    if (said.has("office")) body["office"] = said.value_or("office", "");
    return outcome(
        stage.post("/v1/executions/" + receipt_of(stage, step) + "/outcome", body, asker_of(step)));
}

}  // namespace

std::string executed(Stage& stage, const Step& step) {
    return answer_duty(stage, step, "executed");
}

std::string not_executed(Stage& stage, const Step& step) {
    return answer_duty(stage, step, "not_executed");
}

// What was said of one duty, and why it was wrong.
std::string correct(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto result = said.value_or("to", "not_executed");
    JsonObject body{{"duties", JsonArray{answer_in(stage, step, result)}},
                    {"reasons", said.value_or("reasons", "误登")}};
    if (said.has("officer")) body["officer"] = said.value_or("officer", "");
    if (said.has("office")) body["office"] = said.value_or("office", "");
    return outcome(stage.post("/v1/executions/" + receipt_of(stage, step) + "/correction", body,
                              asker_of(step)));
}

std::string start(Stage& stage, const Step& /*step*/) {
    constexpr std::int64_t all = 1000;
    const auto started = desk::watch_some(stage.house().desk(), desk::action, stage.now(), {}, all);
    if (!started) return "error: " + started.error().grounds.front().word;
    return "started " + std::to_string(started->looked_at);
}

std::string accept_task(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = "/v1/executions/" + receipt_of(stage, step) + "/acceptance";
    return outcome(stage.send(std::move(request), asker_of(step)));
}

std::string read_execution(Stage& stage, const Step& step) {
    return outcome(stage.get("/v1/executions/" + receipt_of(stage, step), asker_of(step)));
}

// What waits for the authority's answer.
std::string executions(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/executions", asker_of(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        text += (text.empty() ? "" : " | ") + told(each.as_object());
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
