// Verbs about complaints: filed, examined, decided, and what each side reads.

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

std::string told(const JsonObject& complaint) {
    std::string text = text_in(complaint, "state");
    const auto unit = text_in(complaint, "unit");
    if (!unit.empty() && text_in(complaint, "concluded_on").empty()) text += " at " + unit;
    const auto due = text_in(complaint, "due_on");
    if (!due.empty()) text += ", due " + due;
    const auto overdue = text_in(complaint, "overdue_on");
    if (!overdue.empty()) text += ", overdue since " + overdue;
    if (!text_in(complaint, "objection").empty()) text += ", objection started";
    const auto* const provisional = complaint.if_contains("provisional");
    if (provisional != nullptr && provisional->as_bool()) text += ", provisional";
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

std::string id_of(Stage& stage, const Step& step) {
    const auto& alias = step.arguments.word(0);
    return stage.complaints.contains(alias) ? stage.complaints[alias] : "none-c";
}

Asker asker_of(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", stage.deciding[said.word(0)]);
    return {.role = *access::parse_role(said.value_or("role", "officer")), .authority = as};
}

std::string take_step(Stage& stage, const Step& step, std::string_view last,
                      const JsonObject& body) {
    const auto path = "/v1/complaints/" + id_of(stage, step) + "/" + std::string(last);
    const auto response = stage.post(path, body, asker_of(stage, step));
    const auto unit = text_in(body_of(response), "unit");
    if (response.status < 300 && !unit.empty()) stage.deciding[step.arguments.word(0)] = unit;
    return outcome(response);
}

std::string item_of(Stage& stage, const Arguments& said) {
    const auto about = said.value_or("about", "listing");
    const auto whose = said.value_or("of", said.word(0));
    if (about == "record") return filed_record(stage, said);
    return about == "order" ? stage.orders[whose] : stage.listings[whose];
}

JsonObject filing_of(Stage& stage, const Arguments& said) {
    JsonObject point{{"ground", said.value_or("ground", "not_answered")},
                     {"said", said.value_or("said", "示例经过")}};
    JsonObject body{{"respondent", said.value_or("respondent", "JN-SAMR")}};
    const auto points = said.value_or("points", "one");
    if (points != "none") body["points"] = JsonArray{point};
    if (points == "two") body["points"].as_array().push_back(point);
    for (const auto* const name : {"filer", "authorisation"}) {
        if (said.has(name)) body[name] = said.value_or(name, "");
    }
    if (said.value_or("confidential", "no") == "yes") body["confidential"] = true;
    if (said.has("file")) body["files"] = JsonArray{Json(said.value_or("file", ""))};
    if (!said.has("about")) return body;
    JsonObject information{{"about", said.value_or("about", "")},
                           {"about_id", item_of(stage, said)}};
    if (said.has("aspect")) {
        information["aspect"] = said.value_or("aspect", "");
        information["said"] = "示例理由";
    }
    body["information"] = std::move(information);
    return body;
}

}  // namespace

std::string complain(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    auto body = filing_of(stage, said);
    http::Response response;
    if (said.has("as")) {
        body["identifier"] = stage.subject(alias, said).identifier;
        const auto role = *access::parse_role(said.value_or("role", "officer"));
        response = stage.post("/v1/complaints", body, role, said.value_or("as", ""));
    } else {
        response = stage.post_as_subject(said.value_or("by", alias), "/v1/complaints", body);
    }
    if (response.status < 300) {
        const auto complaint = body_of(response);
        stage.complaints[alias] = text_in(complaint, "complaint");
        stage.deciding[alias] = text_in(complaint, "unit");
        const auto objection = text_in(complaint, "objection");
        if (!objection.empty()) stage.objections[alias] = objection;
    }
    return outcome(response);
}

std::string withdraw_complaint(Stage& stage, const Step& step) {
    const auto path = "/v1/complaints/" + id_of(stage, step) + "/withdrawal";
    if (!step.arguments.has("as")) {
        const auto by = step.arguments.value_or("by", step.arguments.word(0));
        return outcome(stage.act_as_subject(by, path));
    }
    JsonObject body;
    if (step.arguments.has("authorisation")) {
        body["authorisation"] = step.arguments.value_or("authorisation", "");
    }
    return take_step(stage, step, "withdrawal", body);
}

std::string take_in(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = "/v1/complaints/" + id_of(stage, step) + "/acceptance";
    return outcome(stage.send(std::move(request), asker_of(stage, step)));
}

std::string refer(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    return take_step(stage, step, "referral",
                     {{"unit", said.value_or("unit", "SD-GOV")},
                      {"reasons", said.value_or("reasons", "示例理由")}});
}

std::string refuse_complaint(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    return take_step(stage, step, "refusal",
                     {{"cause", said.value_or("cause", "not_conduct")},
                      {"reasons", said.value_or("reasons", "示例理由")},
                      {"remedy", said.value_or("remedy", "可以提出异议")}});
}

std::string extend_complaint(Stage& stage, const Step& step) {
    return take_step(stage, step, "extension",
                     {{"reason", step.arguments.value_or("reason", "需要调取档案")}});
}

std::string ask_unit(Stage& stage, const Step& step) {
    return take_step(stage, step, "question",
                     {{"question", step.arguments.value_or("question", "请说明办理经过")}});
}

std::string reply(Stage& stage, const Step& step) {
    return take_step(stage, step, "reply",
                     {{"reply", step.arguments.value_or("reply", "示例说明")}});
}

std::string verify_information(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"about", said.value_or("about", "listing")},
                    {"about_id", item_of(stage, said)},
                    {"aspect", said.value_or("aspect", "content")},
                    {"said", "示例理由"}};
    if (said.value_or("about_id", "-").empty()) body["about_id"] = "";
    return take_step(stage, step, "verification", body);
}

std::string decide_complaint(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto finding = said.value_or("finding", "upheld");
    const bool partly = finding == "partly_upheld";  // the first of two points
    JsonObject answer{{"finding", partly ? "upheld" : finding},
                      {"reasons", said.value_or("reasons", "示例理由")}};
    JsonArray answers{answer};
    if (partly) {
        answer["finding"] = "not_upheld";
        answers.push_back(answer);
    }
    JsonObject body{{"answers", std::move(answers)},
                    {"document_number", said.value_or("document_number", "示例投决〔2026〕1号")},
                    {"remedy", said.value_or("remedy", "六十日内可以申请行政复议")}};
    if (finding == "upheld" || partly) {
        body["order"] = said.value_or("order", "三日内答复");
    }
    if (said.value_or("answers", "all") == "none") body["answers"] = JsonArray{};
    return take_step(stage, step, "decision", body);
}

// What the caller's side reads of it: the state, and of what should stay secret whether it shows.
std::string read_complaint(Stage& stage, const Step& step) {
    const auto path = "/v1/complaints/" + id_of(stage, step);
    const bool by_subject = !step.arguments.has("as");
    const auto response =
        by_subject
            ? stage.get_as_subject(step.arguments.value_or("by", step.arguments.word(0)), path)
            : stage.get(path, asker_of(stage, step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto complaint = body_of(response);
    std::string text = text_in(complaint, "state");
    if (response.body.contains("示例经过")) text += ", with words";
    if (complaint.contains("about_id")) text += ", with item";
    if (!text_in(complaint, "question").empty()) text += ", asked";
    if (!text_in(complaint, "reply").empty()) text += ", replied";
    return text;
}

// How many wait for the unit, or stand in the account.
std::string complaints(Stage& stage, const Step& step) {
    const auto state = step.arguments.value_or("state", "");
    const std::string path = "/v1/complaints" + (state.empty() ? "" : "?state=" + state);
    const auto response = step.arguments.has("as")
                              ? stage.get(path, asker_of(stage, step))
                              : stage.get_as_subject(step.arguments.word(0), "/v1/complaints");
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto body = body_of(response);
    for (const auto& each : body.at("items").as_array()) {
        text += (text.empty() ? "" : "; ") + text_in(each.as_object(), "state");
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
