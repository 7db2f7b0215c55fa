#include <boost/json.hpp>
#include <set>
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

constexpr std::string_view lists_of_words[] = {"missing", "grounds", "orders"};

void add(std::string& outcome, const std::string& fact) {
    outcome += (outcome.empty() ? "" : "; ") + fact;
}

void tell_day(std::string& outcome, const JsonObject& object, std::string_view name,
              std::string_view before) {
    const auto day = text_in(object, name);
    if (!day.empty()) add(outcome, std::string(before) + " " + day);
}

void tell_words(std::string& outcome, const JsonObject& object, std::string_view name,
                std::string_view before) {
    const auto words = read_array(object, name);
    if (!words || (*words)->empty()) return;
    std::string told(before);
    for (const auto& word : **words) {
        const std::string_view text = word.get_string();
        told += " " + std::string(text.starts_with("repair.") ? text.substr(7) : text);
    }
    add(outcome, told);
}

// "granted; due 2026-05-01"
std::string told_of_case(const JsonObject& repair) {
    std::string outcome = text_in(repair, "outcome");
    tell_day(outcome, repair, "due_on", "due");
    tell_words(outcome, repair, "unmet", "unmet");
    tell_words(outcome, repair, "papers_missing", "missing");
    tell_words(outcome, repair, "grounds", "grounds");
    tell_day(outcome, repair, "reevaluate_on", "evaluated on");
    tell_day(outcome, repair, "wait_through", "no repair through");
    tell_day(outcome, repair, "holders_due_on", "holders by");
    return outcome;
}

std::string outcome_of(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told_of_case(body_of(response)) : refusal;
}

// "a b c" as a list of words; nothing for no value.
void say_words(JsonObject& body, const Arguments& said) {
    for (const auto name : lists_of_words) {
        if (!said.has(name)) continue;
        JsonArray words;
        std::string text = said.value_or(name, "");
        for (std::string_view rest = text; !rest.empty();) {
            const auto end = rest.find(',');
            words.emplace_back(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
        body[name] = std::move(words);
    }
}

void say_flags(JsonObject& body, const Arguments& said) {
    for (const std::string_view name :
         {"accepts", "corrected", "performed", "committed", "further", "completed"}) {
        if (said.has(name)) body[name] = said.value_or(name, "") == "yes";
    }
}

void say_texts(JsonObject& body, const Arguments& said) {
    for (const std::string_view name : {"outcome", "document_number", "reasons", "remedy", "reason",
                                        "ground", "heard_on", "words", "name"}) {
        if (!said.has(name)) continue;
        const auto value = said.value_or(name, "");
        if (value.empty() && name == "heard_on") {
            body.erase(name);
        } else {
            body[name] = value;
        }
    }
}

// Of a subject with several cases, by the name that its application gave it: case=NAME.
std::string case_name(const Arguments& said) {
    const auto name = said.value_or("case", "");
    return name.empty() ? said.word(0) : said.word(0) + " " + name;
}

std::string take_step(Stage& stage, const Step& step, std::string_view path, JsonObject body) {
    const auto& said = step.arguments;
    say_words(body, said);
    say_flags(body, said);
    say_texts(body, said);
    const auto alias = said.word(0);
    if (said.value_or("orders", "") == "newest") body["orders"] = JsonArray{stage.orders[alias]};
    const auto known = stage.repairs.find(case_name(said));
    const auto id = known == stage.repairs.end() ? "none-1" : known->second;
    return outcome_of(stage.post("/v1/repairs/" + id + "/" + std::string(path), body,
                                 *access::parse_role(said.value_or("role", "officer")),
                                 said.value_or("as", "SD-SAMR")));
}

// The item that the last act left: its latest record, listing or order.
JsonObject item_of(Stage& stage, const std::string& alias, std::string_view kind) {
    std::string id;
    if (kind == "listing") id = stage.listings[alias];
    if (kind == "order") id = stage.orders[alias];
    if (kind == "record") {
        const auto outlook = body_of(stage.get_as_subject(alias, "/v1/account/repair"));
        const auto items = read_array(outlook, "items");
        if (items) {
            for (const auto& each : **items) {
                if (text_in(each.as_object(), "item_kind") == "record") {
                    id = text_in(each.as_object(), "item");
                }
            }
        }
    }
    return {{"item_kind", kind}, {"item", id.empty() ? "none-1" : id}};
}

// A file that the subject keeps in the register.
std::string keep_file(Stage& stage, const std::string& alias) {
    http::Request request;
    request.target = "/v1/files";
    request.content_type = "text/plain";
    request.file = std::move(*http::Spool::create());
    CHECK(request.file->append("示例证明").has_value());
    return text_in(body_of(stage.send_as_subject(alias, std::move(request))), "file");
}

JsonArray materials(Stage& stage, const Arguments& said) {
    const auto file = said.has("file") ? said.value_or("file", "")
                                       : keep_file(stage, said.value_or("of", said.word(0)));
    JsonArray papers;
    std::string text = said.value_or("papers", "performance_proof,commitment,further_proof");
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find(',');
        papers.push_back(JsonObject{{"paper", rest.substr(0, end)}, {"file", file}});
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return papers;
}

void say_certificate(JsonObject& body, const Step& step) {
    const auto& said = step.arguments;
    if (said.has("service")) {
        body["service"] =
            JsonObject{{"number", said.value_or("service", "")},
                       {"authority", said.value_or("service_by", "SD-CYL")},
                       {"issued_on", said.value_or("issued_on", calendar::to_text(step.day))},
                       {"hours", said.value_or("hours", "20小时")}};
    }
    if (said.has("ruling")) {
        body["ruling"] =
            JsonObject{{"number", said.value_or("ruling", "")},
                       {"court", said.value_or("court", "SD-COURT")},
                       {"ruled_on", said.value_or("ruled_on", calendar::to_text(step.day))},
                       {"completes_on", said.value_or("completes_on", "2027-12-31")}};
    }
    if (said.has("authorisation")) {
        body["authorisation"] =
            JsonObject{{"number", said.value_or("authorisation", "")},
                       {"given_on", said.value_or("given_on", calendar::to_text(step.day))}};
    }
}

}  // namespace

std::string apply_for_repair(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    const auto& subject = stage.subject(alias, said);
    const auto item = said.value_or("item", "record");
    auto body = item_of(stage, said.value_or("of", alias), item);
    // Of the case before, whether or not it still stands.
    if (item == "again") {
        const auto before =
            body_of(stage.get_as_subject(alias, "/v1/repairs/" + stage.repairs[alias]));
        body = {{"item_kind", text_in(before, "item_kind")}, {"item", text_in(before, "item")}};
    }
    body["words"] = said.value_or("words", "示例说明");
    body["materials"] = materials(stage, said);
    say_certificate(body, step);
    http::Response response;
    if (said.has("window")) {
        body["identifier"] = subject.identifier;
        body["name"] = said.value_or("name", subject.name);
        response =
            stage.post("/v1/repairs", body, access::Role::Officer, said.value_or("window", ""));
    } else {
        response = stage.post_as_subject(alias, "/v1/repairs", body);
    }
    if (response.status < 300) stage.repairs[case_name(said)] = text_in(body_of(response), "case");
    return outcome_of(response);
}

std::string accept_repair(Stage& stage, const Step& step) {
    return take_step(stage, step, "acceptance", {{"accepts", true}});
}

std::string extend_repair(Stage& stage, const Step& step) {
    return take_step(stage, step, "extension", {{"reason", "需要实地核查"}});
}

std::string decide_repair(Stage& stage, const Step& step) {
    return take_step(stage, step, "decision",
                     {{"outcome", "granted"},
                      {"document_number", "示例修决〔2026〕1号"},
                      {"reasons", "示例理由"},
                      {"corrected", true},
                      {"performed", true},
                      {"committed", true},
                      {"further", true},
                      {"remedy", "可以申请复议"}});
}

std::string reevaluate_repair(Stage& stage, const Step& step) {
    return take_step(stage, step, "evaluation",
                     {{"completed", true},
                      {"document_number", "示例评〔2026〕1号"},
                      {"reasons", "示例理由"},
                      {"remedy", "可以申请复议"}});
}

std::string revoke_repair(Stage& stage, const Step& step) {
    return take_step(stage, step, "revocation",
                     {{"document_number", "示例撤〔2026〕1号"},
                      {"reasons", "材料虚假"},
                      {"remedy", "可以申请复议"},
                      {"heard_on", calendar::to_text(step.day)}});
}

// By the account of the subject, or at the window that brought it.
std::string withdraw_repair(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    const auto id = stage.repairs.contains(alias) ? stage.repairs[alias] : "none-1";
    const auto path = "/v1/repairs/" + id + "/withdrawal";
    JsonObject body;
    say_certificate(body, step);
    if (!said.has("window")) {
        return outcome_of(stage.post_as_subject(said.value_or("by", alias), path, body));
    }
    return outcome_of(stage.post(path, body, *access::parse_role(said.value_or("role", "officer")),
                                 said.value_or("window", "")));
}

std::string offer_objection(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"reasons", "申请所述为信息有误"}};
    if (said.value_or("points", "") != "none") {
        body["points"] = JsonArray{JsonObject{{"aspect", said.value_or("aspect", "content")},
                                              {"said", said.value_or("said", "示例金额有误")}}};
    }
    return take_step(stage, step, "objection-offer", std::move(body));
}

// By the account of the subject, or at the window that brought it.
std::string consent_to_objection(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto alias = said.word(0);
    const auto id = stage.repairs.contains(alias) ? stage.repairs[alias] : "none-1";
    const auto path = "/v1/repairs/" + id + "/objection";
    JsonObject body;
    say_certificate(body, step);
    if (said.has("said")) {
        body["points"] =
            JsonArray{JsonObject{{"aspect", "content"}, {"said", said.value_or("said", "")}}};
    }
    const auto response =
        said.has("window")
            ? stage.post(path, body, access::Role::Officer, said.value_or("window", ""))
            : stage.post_as_subject(said.value_or("by", alias), path, body);
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto objection = body_of(response);
    stage.objections[alias] = text_in(objection, "objection");
    return text_in(objection, "state") + ", answer by " + text_in(objection, "due_on");
}

std::string open_sealed(Stage& stage, const Step& step) {
    JsonObject body{{"reason", "示例诉讼"},
                    {"ground", "administrative-litigation-law-2017 art. 46"}};
    say_texts(body, step.arguments);
    const auto id = stage.repairs[step.arguments.word(0)];
    const auto response =
        stage.post("/v1/repairs/" + id + "/opening", body,
                   *access::parse_role(step.arguments.value_or("role", "officer")),
                   step.arguments.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    const auto sealed = read_object(answer, "sealed");
    return sealed ? "opened " + text_in(**sealed, "document_number") : "opened nothing";
}

// What the subject's account says of its case: state, steps, openings, who has not acknowledged.
std::string read_case(Stage& stage, const Step& step) {
    const auto alias = step.arguments.word(0);
    const auto reader = step.arguments.value_or("by", alias);
    const auto response = stage.get_as_subject(reader, "/v1/repairs/" + stage.repairs[alias]);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto repair = body_of(response);
    std::string outcome = text_in(repair, "state");
    tell_day(outcome, repair, "result_due", "result by");
    tell_day(outcome, repair, "overdue_on", "overdue from");
    const auto closed = read_flag(repair, "closed");
    if (closed && *closed) add(outcome, "closed");
    tell_words(outcome, repair, "not_acknowledged", "waits for");
    tell_words(outcome, repair, "overdue_holders", "overdue");
    const auto openings = read_array(repair, "openings");
    if (openings) {
        for (const auto& each : **openings) {
            add(outcome, "opened by " + text_in(each.as_object(), "authority"));
        }
    }
    return outcome;
}

// "when and how can I repair?": of each adverse item its first day and what would come of it.
std::string outlook(Stage& stage, const Step& step) {
    const auto alias = step.arguments.word(0);
    std::string path = "/v1/account/repair";
    if (step.arguments.has("on")) path += "?on=" + step.arguments.value_or("on", "");
    const auto response = stage.get_as_subject(alias, path);
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    std::string outcome;
    for (const auto& each : **read_array(answer, "items")) {
        const auto& item = each.as_object();
        add(outcome, text_in(item, "item_kind"));
        if (!text_in(item, "class").empty()) outcome += " " + text_in(item, "class");
        tell_day(outcome, item, "first_day", "from");
        const auto clocks = read_object(item, "clocks");
        tell_day(outcome, **clocks, "publicity_through", "public through");
        tell_day(outcome, **clocks, "restraint_through", "restrains through");
        tell_day(outcome, **clocks, "disclosure_through", "disclosed through");
        add(outcome, text_in(item, "on_day"));
    }
    return outcome.empty() ? "nothing adverse" : outcome;
}

// What an authority is shown of the subject: ids do not matter, only of which kind they are.
std::string view(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& subject = stage.subject(said.word(0), said);
    JsonObject body{{"identifier", subject.identifier}, {"name", subject.name}};
    const bool authority = said.has("as");
    if (authority) {
        body["purpose"] = "approval";
        body["ground"] = "sd_regulation_22";
        body["case"] = "示例受理〔2026〕2号";
        body["officer"] = "示例经办人";
    }
    const auto response = stage.post("/v1/subjects/lookup", body, access::Role::Clerk,
                                     said.value_or("as", "SD-SAMR"));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    std::set<std::string> kinds;
    for (const std::string_view member : {"records", "listings", "orders"}) {
        const auto shown = read_array(answer, member);
        if (!shown) continue;
        for (const auto& each : **shown) {
            const auto kind = text_in(each.as_object(), "kind");
            kinds.insert(kind.empty() ? std::string(member) : kind);
        }
    }
    std::string outcome;
    for (const auto& kind : kinds) add(outcome, kind);
    return outcome.empty() ? "nothing" : outcome;
}

}  // namespace credit::scenarios
