// Verbs about commitments: made, checked, found kept or broken, and what each side reads; and about
// honours that are looked at again.

#include <boost/json.hpp>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

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

std::string told(const JsonObject& commitment) {
    std::string text = text_in(commitment, "kind") + " " + text_in(commitment, "state");
    const auto ground = text_in(commitment, "ground");
    if (!ground.empty()) text += " on " + ground;
    if (commitment.at("open").as_bool()) text += " through " + text_in(commitment, "check_on");
    for (const auto* const day : {"reminded_on", "checked_on", "overdue_on", "fulfilled_on"}) {
        const auto on = text_in(commitment, day);
        if (!on.empty()) text += ", " + std::string(day) + " " + on;
    }
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string path_of(Stage& stage, const Step& step, std::string_view last) {
    const auto& alias = step.arguments.word(0);
    const auto id = stage.commitments.contains(alias) ? stage.commitments[alias] : "none-1";
    return "/v1/commitments/" + id + (last.empty() ? "" : "/") + std::string(last);
}

Asker asker_of(const Step& step) {
    const auto& said = step.arguments;
    return {.role = *access::parse_role(said.value_or("role", "officer")),
            .authority = said.value_or("as", "JN-SAMR")};
}

// Sets each that the step names; an empty one is left out.
void say_given(JsonObject& body, const Arguments& said,
               std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        if (!said.has(name)) continue;
        body[name] = said.value_or(name, "");
        if (text_in(body, name).empty()) body.erase(name);
    }
}

std::string items_of(const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        text += (text.empty() ? "" : "; ") + told(each.as_object());
    }
    return text.empty() ? "none" : text;
}

JsonObject making_of(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto kind = said.value_or("kind", "approval");
    JsonObject body{{"kind", kind}, {"document_number", "示例承诺〔2026〕1号"}};
    if (kind != "papers") body["words"] = "示例承诺内容";
    if (kind == "papers" || kind == "approval") {
        body["matter"] = "food_permit";
        body["case"] = "示例受理〔2026〕1号";
    }
    if (kind == "papers" && said.value_or("papers", "some") != "none") {
        body["papers"] = JsonArray{"场所平面图"};
    }
    if (kind == "papers") {
        body["none_required_by_law"] = said.value_or("required_by_law", "no") == "no";
    }
    if (kind == "repair") body["repair_case"] = stage.repairs[said.word(0)];
    if (said.value_or("agreed", "no") == "yes") body["agreed"] = true;
    say_given(body, said,
              {"document_number", "words", "matter", "case", "repair_case", "officer_reasons",
               "check_on", "authority"});
    return body;
}

std::string review_told(const JsonObject& review) {
    std::string text = text_in(review, "state") + ", due " + text_in(review, "due_on");
    const auto overdue = text_in(review, "overdue_on");
    return overdue.empty() ? text : text + ", overdue since " + overdue;
}

}  // namespace

std::string make_commitment(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    auto body = making_of(stage, step);
    http::Response response;
    if (said.value_or("by", "office") == "subject") {
        if (!body.contains("authority")) body["authority"] = "JN-SAMR";
        response = stage.post_as_subject(alias, "/v1/commitments", body);
    } else {
        body["identifier"] = stage.subject(alias, said).identifier;
        response = stage.post("/v1/commitments", body, asker_of(step));
    }
    if (response.status < 300) stage.commitments[alias] = text_in(body_of(response), "commitment");
    return outcome(response);
}

std::string check_commitment(Stage& stage, const Step& step) {
    JsonObject body{{"words", "示例核查情况"}};
    say_given(body, step.arguments, {"words", "check_on"});
    return outcome(stage.post(path_of(stage, step, "check"), body, asker_of(step)));
}

std::string find_kept(Stage& stage, const Step& step) {
    JsonObject body{{"document_number", "示例认定〔2026〕1号"},
                    {"fulfilled_on", calendar::to_text(step.day)}};
    say_given(body, step.arguments, {"document_number", "fulfilled_on"});
    return outcome(stage.post(path_of(stage, step, "fulfilment"), body, asker_of(step)));
}

std::string find_broken(Stage& stage, const Step& step) {
    JsonObject body{{"document_number", "示例认定〔2026〕2号"},
                    {"reasons", "示例理由"},
                    {"statement", "示例陈述"},
                    {"remedy", "六十日内可以申请行政复议"}};
    say_given(body, step.arguments, {"document_number", "reasons", "statement", "remedy"});
    return outcome(stage.post(path_of(stage, step, "breach"), body, asker_of(step)));
}

std::string withdraw_commitment(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto path = path_of(stage, step, "withdrawal");
    if (said.value_or("by", "office") == "subject") {
        return outcome(stage.act_as_subject(said.word(0), path));
    }
    JsonObject body{{"reasons", said.value_or("reasons", "示例理由")}};
    return outcome(stage.post(path, body, asker_of(step)));
}

std::string read_commitment(Stage& stage, const Step& step) {
    return outcome(stage.get(path_of(stage, step, ""), asker_of(step)));
}

// Of a subject its own; without one what waits for the authority.
std::string commitments(Stage& stage, const Step& step) {
    const auto alias = step.arguments.word(0);
    if (!alias.empty()) {
        return items_of(stage.get_as_subject(alias, "/v1/account/commitments"));
    }
    return items_of(stage.get("/v1/commitments", asker_of(step)));
}

std::string open_reviews(Stage& stage, const Step& /*step*/) {
    constexpr std::int64_t all = 1000;
    const auto opened =
        desk::watch_some(stage.house().desk(), desk::honour_review, stage.now(), {}, all);
    if (!opened) return "error: " + opened.error().grounds.front().word;
    return "looked at " + std::to_string(opened->looked_at);
}

// What waits for the authority's decision.
std::string honours(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/honour-reviews", asker_of(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& review = each.as_object();
        stage.honours[step.arguments.word(0)] = text_in(review, "review");
        text += (text.empty() ? "" : "; ") + review_told(review);
    }
    return text.empty() ? "none" : text;
}

std::string decide_honour(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& alias = said.word(0);
    const auto id = stage.honours.contains(alias) ? stage.honours[alias] : "none-1";
    JsonObject body{{"outcome", "withdrawn"},
                    {"document_number", "示例荣撤〔2026〕1号"},
                    {"reasons", "示例理由"},
                    {"remedy", "六十日内可以申请行政复议"}};
    say_given(body, said, {"outcome", "document_number", "reasons", "remedy"});
    const auto response =
        stage.post("/v1/honour-reviews/" + id + "/decision", body, asker_of(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? review_told(body_of(response)) : refusal;
}

}  // namespace credit::scenarios
