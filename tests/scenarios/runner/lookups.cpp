// Verbs about look-ups: who looked, what the subject reads of it, what it asks, what is withheld.

#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

void add(std::string& outcome, const std::string& fact) {
    outcome += (outcome.empty() ? "" : "; ") + fact;
}

Asker asker_in(const Step& step, std::string_view role) {
    return {.role = *access::parse_role(step.arguments.value_or("role", role)),
            .authority = step.arguments.value_or("as", "JN-SAMR")};
}

// The subject itself, unless the step names another role.
Asker subject_in(const Step& step) {
    if (step.arguments.values.contains("role")) return asker_in(step, "bank");
    return {.role = access::Role::Subject, .alias = step.arguments.word(0)};
}

JsonObject inner(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_object() ? value->get_object() : JsonObject{};
}

JsonArray items_of(const JsonObject& body, std::string_view name) {
    const auto* const value = body.if_contains(name);
    return value != nullptr && value->is_array() ? value->get_array() : JsonArray{};
}

std::string usage_text(const JsonObject& usage) {
    std::string text = text_in(usage, "kind") + " by " + text_in(inner(usage, "authority"), "code");
    text += " for " + text_in(inner(usage, "purpose"), "id") + " on " +
            text_in(inner(usage, "ground"), "id");
    const auto word = text_in(inner(usage, "shown_word"), "word");
    if (!word.empty()) text += ", " + word;
    for (const auto& each : items_of(usage, "shown")) {
        text += ", " + text_in(each.as_object(), "kind") + " shown";
    }
    if (usage.contains("consent")) text += ", under a consent";
    if (usage.contains("was_withheld")) text += ", was withheld";
    if (usage.contains("question")) text += ", asked about";
    return text;
}

std::string usages_in(const http::Response& response, std::string_view member) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string outcome;
    for (const auto& each : items_of(body_of(response), member)) {
        add(outcome, usage_text(each.as_object()));
    }
    return outcome.empty() ? "nobody looked" : outcome;
}

// The receipt of the subject's newest look-up, as the auditor of the authority reads it.
std::string newest_receipt(Stage& stage, const Asker& officer) {
    const auto page = body_of(
        stage.get("/v1/lookups", {.role = access::Role::Auditor, .authority = officer.authority}));
    const auto items = items_of(page, "items");
    return items.empty() ? "none" : text_in(items.front().as_object(), "receipt");
}

std::string question_text(const JsonObject& question) {
    std::string text = text_in(question, "state") + ", due " + text_in(question, "due_on");
    if (text_in(question, "state") == "open" && question.at("provisional").as_bool()) {
        text += " provisionally";
    }
    const auto answer = inner(question, "answer");
    if (answer.empty()) return text;
    text += answer.at("allowed").as_bool() ? ", allowed" : ", not allowed";
    const auto consequence = text_in(inner(answer, "consequence"), "word");
    if (!consequence.empty()) text += ": " + consequence.substr(consequence.rfind('.') + 1);
    return text;
}

std::string questions_in(const http::Response& response) {
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string outcome;
    for (const auto& each : items_of(body_of(response), "items")) {
        add(outcome, question_text(each.as_object()));
    }
    return outcome.empty() ? "no questions" : outcome;
}

// "instrument/22" as citations are written.
std::string citation_of(std::string text) {
    const auto slash = text.find('/');
    return slash == std::string::npos ? text : text.replace(slash, 1, " art. ");
}

// "header=none" leaves it out, "names=yes" adds theirs, "name=" and "identifier=" say others.
std::string screened_table(Stage& stage, const Arguments& said) {
    const bool names = said.values.contains("names") || said.values.contains("name");
    auto table = said.value_or("header", names ? "identifier,name" : "identifier") + "\n";
    if (table == "none\n") table.clear();
    for (const auto& alias : said.words) {
        const auto& subject = stage.subject(alias, said);
        table += said.value_or("identifier", subject.identifier);
        if (names) table += "," + said.value_or("name", subject.name);
        table += "\n";
    }
    return table;
}

// Of each line what is said of the subject, the identifier and the name apart.
std::string lines_of(const http::Response& response) {
    std::string answer(response.file->size(), '\0');
    CHECK(response.file->read_at(0, std::span(answer)).has_value());
    std::string outcome;
    for (std::string_view rest = answer; !rest.empty();) {
        auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(line.size() + 2);
        if (line.starts_with("identifier,")) continue;
        line.remove_prefix(line.find(',') + 1);
        add(outcome, std::string(line.substr(0, line.rfind(','))));
    }
    return outcome;
}

}  // namespace

std::string look_up(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    JsonObject body{{"identifier", subject.identifier},
                    {"name", subject.name},
                    {"purpose", "approval"},
                    {"ground", "sd_regulation_22"},
                    {"case", "示例受理〔2026〕1号"},
                    {"officer", "示例经办人"}};
    say(body, said);
    const auto response = stage.post("/v1/subjects/lookup", body, asker_in(step, "officer"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? text_in(body_of(response), "standing") : refusal;
}

std::string screen(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    auto spool = http::Spool::create();
    CHECK(spool.has_value());
    const std::string table = screened_table(stage, said);
    CHECK((*spool)->append(table).has_value());
    http::Request request;
    request.method = http::Method::Post;
    request.target =
        "/v1/screenings?matter=food_permit&purpose=approval&ground=sd_regulation_22"
        "&case=S-1&officer=O-1";
    request.content_type = "text/csv";
    request.file = *std::move(spool);
    const auto response = stage.send(std::move(request), asker_in(step, "clerk"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    return said.values.contains("lines") ? lines_of(response) : "screened";
}

std::string lookups(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    std::string path = "/v1/account/lookups";
    char with = '?';
    for (const std::string_view name : {"from", "through", "limit"}) {
        const auto value = said.value_or(name, "");
        if (value.empty()) continue;
        path += with + std::string(name) + "=" + value;
        with = '&';
    }
    return usages_in(stage.get(path, subject_in(step)), "items");
}

std::string find_usage(Stage& stage, const Step& step) {
    JsonObject body;
    say(body, step.arguments);
    return usages_in(stage.post("/v1/tracker/find", body, subject_in(step)), "usages");
}

std::string ask(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto asker = subject_in(step);
    const auto items = items_of(body_of(stage.get("/v1/account/lookups", asker)), "items");
    const auto receipt = said.value_or(
        "receipt", items.empty() ? "none" : text_in(items.front().as_object(), "receipt"));
    JsonObject body;
    if (said.values.contains("words")) body["words"] = said.values.at("words");
    const auto response = stage.post("/v1/account/lookups/" + receipt + "/question", body, asker);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto question = body_of(response);
    stage.questions[said.word(0)] = text_in(question, "question");
    return question_text(question);
}

std::string answer(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const bool allowed = said.value_or("allowed", "yes") == "yes";
    JsonObject body{{"allowed", allowed}, {"words", "示例理由"}};
    if (allowed) {
        body["article"] = "sd-social-credit-regulation-2020/22";
        body["case"] = "示例受理〔2026〕1号";
    } else {
        body["consequence"] = "access_withdrawn";
    }
    say(body, said);
    body["allowed"] = allowed;
    if (body.contains("article")) body["article"] = citation_of(text_in(body, "article"));
    const auto response =
        stage.post("/v1/lookups/questions/" + stage.questions[said.word(0)] + "/answer", body,
                   asker_in(step, "officer"));
    auto refusal = refusal_of(response);
    return refusal.empty() ? question_text(body_of(response)) : refusal;
}

std::string questions(Stage& stage, const Step& step) {
    return questions_in(stage.get("/v1/account/questions", subject_in(step)));
}

std::string queue(Stage& stage, const Step& step) {
    return questions_in(stage.get("/v1/lookups/questions", asker_in(step, "officer")));
}

std::string withhold(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto officer = asker_in(step, "officer");
    JsonObject body{
        {"basis", "obstruction"}, {"document", "示例批〔2026〕1号"}, {"reasons", "示例理由"}};
    if (!said.values.contains("case") && !said.values.contains("receipt")) {
        body["receipt"] = newest_receipt(stage, officer);
    }
    say(body, said);
    if (said.value_or("receipt", "-").empty()) body.erase("receipt");
    if (said.value_or("receipt", "-") == "newest") body["receipt"] = newest_receipt(stage, officer);
    const auto response = stage.post("/v1/lookups/withholdings", body, officer);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto withholding = body_of(response);
    stage.withholdings[officer.authority] = text_in(withholding, "withholding");
    return "withheld through " + text_in(withholding, "through_on");
}

std::string end_withholding(Stage& stage, const Step& step) {
    const auto officer = asker_in(step, "officer");
    JsonObject body{{"reasons", "示例理由"}};
    say(body, step.arguments);
    const auto response = stage.post(
        "/v1/lookups/withholdings/" + stage.withholdings["JN-SAMR"] + "/end", body, officer);
    auto refusal = refusal_of(response);
    return refusal.empty() ? "ended " + text_in(body_of(response), "ended_on") : refusal;
}

}  // namespace credit::scenarios
