// Verbs about consents: given to a bank and revoked by the subject, and what the bank gets.

#include <boost/json.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "consents/statement_form.h"
#include "desk/desk.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "log/checkpoint.h"
#include "log/signed_statement.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

std::string inner(const JsonObject& object, std::string_view name, std::string_view member) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_object() ? text_in(value->get_object(), member) : "";
}

std::string told(const JsonObject& consent) {
    std::string text = text_in(consent, "state") + " to " + inner(consent, "bank", "code") +
                       " for " + inner(consent, "purpose", "id") + " of";
    for (const auto& item : consent.at("items").as_array()) {
        text += " " + text_in(item.as_object(), "id");
    }
    return text + " through " + text_in(consent, "through_on");
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

Asker bank_in(const Step& step) {
    return {.role = *access::parse_role(step.arguments.value_or("role", "bank")),
            .authority = step.arguments.value_or("as", "SD-BKA")};
}

// "permits,penalties"; none for "none".
JsonArray items_in(std::string_view text) {
    JsonArray items;
    while (!text.empty() && text != "none") {
        const auto end = text.find(',');
        items.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? "" : text.substr(end + 1);
    }
    return items;
}

void add_items(std::string& text, const JsonObject& data, std::string_view list,
               std::string_view named_by) {
    const auto* const items = data.if_contains(list);
    if (items == nullptr) return;
    for (const auto& each : items->as_array()) {
        const auto& item = each.as_object();
        text += ", " + text_in(item, named_by);
        for (const auto* const mark : {"on_hold", "objection_pending"}) {
            const auto* const value = item.if_contains(mark);
            if (value != nullptr && value->is_bool() && value->get_bool()) {
                text += std::string(" ") + mark;
            }
        }
    }
}

// What the statement holds, after its signature was verified as a stranger verifies it.
std::string statement_text(Stage& stage, const JsonObject& body) {
    const auto statement = text_in(body, "statement");
    const auto key = log::Verifier::parse(
        text_in(body_of(stage.get("/v1/consent-key", access::Role::Bank, "SD-BKA")), "key"));
    if (!key || !log::signed_statement(*key, consents::statement_form, statement,
                                       inner(body, "signature", "value"))) {
        return "WRONG SIGNATURE";
    }
    const auto parsed = parse_object(statement);
    if (!parsed) return "no statement";
    const auto& data = parsed->at("subject").as_object();
    std::string text = text_in(data, "standing");
    if (!text_in(data, "registration_state").empty()) text += ", registration";
    add_items(text, data, "listings", "standard");
    add_items(text, data, "records", "kind");
    add_items(text, data, "orders", "measure");
    add_items(text, data, "commitments", "kind");
    return text;
}

std::string content_of(const http::Response& response) {
    if (response.file == nullptr) return response.body;
    std::string text(response.file->size(), '\0');
    std::uint64_t at = 0;
    while (at < text.size()) {
        const auto read = response.file->read_at(at, std::span(text).subspan(at));
        CHECK(read.has_value() && *read > 0);
        at += *read;
    }
    return text;
}

}  // namespace

// Which open files anybody can take, without an account, that name the subject: ids of their rows
// are the way to follow what came and went.
std::string open_data(Stage& stage, const Step& step) {
    const auto code = stage.subject(step.arguments.word(0), step.arguments).identifier;
    std::string text;
    for (const std::string_view file : {"permits", "penalties", "listings"}) {
        const auto response =
            stage.get("/data/" + std::string(file) + ".csv", {.role = access::Role::Public});
        auto refusal = refusal_of(response);
        if (!refusal.empty()) return refusal;
        if (!content_of(response).contains(code)) continue;
        text += (text.empty() ? "" : ", ") + std::string(file);
    }
    return text.empty() ? "none" : text;
}

std::string give_consent(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& alias = said.word(0);
    const auto& subject = stage.subject(alias, said);
    JsonObject body{{"bank", said.value_or("bank", "SD-BKA")},
                    {"purpose", said.value_or("purpose", "finance_with_consent")},
                    {"items", items_in(said.value_or("items", "penalties"))}};
    const auto through_on = said.value_or("through_on", "2026-06-30");
    if (!through_on.empty()) body["through_on"] = through_on;
    const auto whose = said.value_or("number", "own");
    if (whose == "own") body["identifier"] = subject.identifier;
    if (whose != "own" && whose != "none") {
        body["identifier"] = stage.subject(whose, said).identifier;
    }
    const auto response = stage.post_as_subject(alias, "/v1/account/consents", body);
    if (response.status < 300) stage.consents[alias] = text_in(body_of(response), "consent");
    return outcome(response);
}

// Of another subject's where "of" says so.
std::string revoke_consent(Stage& stage, const Step& step) {
    const auto& alias = step.arguments.word(0);
    const auto consent = stage.consents[step.arguments.value_or("of", alias)];
    return outcome(stage.act_as_subject(alias, "/v1/account/consents/" + consent + "/revocation"));
}

std::string fetch(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto& alias = said.word(0);
    JsonObject body{{"purpose", said.value_or("purpose", "finance_with_consent")},
                    {"case", said.value_or("case", "示例授信〔2026〕1号")},
                    {"officer", said.value_or("officer", "示例经办人")},
                    {"name", said.value_or("name", stage.subject(alias, said).name)}};
    if (said.has("items")) body["items"] = items_in(said.value_or("items", ""));
    const auto response =
        stage.post("/v1/consents/" + stage.consents[alias] + "/data", body, bank_in(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? statement_text(stage, body_of(response)) : refusal;
}

// Of a subject its own, each with how often it was used; without one those given to the bank.
std::string consents(Stage& stage, const Step& step) {
    const auto alias = step.arguments.word(0);
    const auto response = alias.empty() ? stage.get("/v1/consents", bank_in(step))
                                        : stage.get_as_subject(alias, "/v1/account/consents");
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& consent = each.as_object();
        text += (text.empty() ? "" : "; ") + told(consent);
        if (alias.empty()) continue;
        const auto one = body_of(
            stage.get_as_subject(alias, "/v1/account/consents/" + text_in(consent, "consent")));
        for (const auto& use : one.at("uses").as_array()) {
            text += ", read by " + inner(use.as_object(), "authority", "code");
        }
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
