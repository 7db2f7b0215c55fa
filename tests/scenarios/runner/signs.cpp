// Verbs about signs of curiosity and sealing.

#include <boost/json.hpp>
#include <charconv>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "desk/lookups/release_lookups.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/lookups/watch_lookups.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "ledger/act.h"
#include "lookups/seals/verify_seals.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

Asker auditor_in(const Step& step) {
    return {.role = *access::parse_role(step.arguments.value_or("role", "auditor")),
            .authority = step.arguments.value_or("as", "JN-SAMR")};
}

JsonArray items_of(const http::Response& response) {
    const auto body = body_of(response);
    const auto* const items = body.if_contains("items");
    return items != nullptr && items->is_array() ? items->get_array() : JsonArray{};
}

std::string sign_text(const JsonObject& sign) {
    const auto word = text_in(sign.at("kind").as_object(), "word");
    std::string text = word.substr(word.rfind('.') + 1) + " " + text_in(sign, "state");
    if (const auto account = text_in(sign, "account"); !account.empty()) text += " by " + account;
    return text;
}

}  // namespace

// "check_many n=31 same=yes": that many look-ups by one clerk, on one person or on as many.
std::string check_many(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto number = said.value_or("n", "1");
    int count = 0;
    std::from_chars(number.data(), number.data() + number.size(), count);
    for (int each = 1; each <= count; ++each) {
        Step one = step;
        const auto who = said.value_or("same", "no") == "yes" ? "1" : std::to_string(each);
        one.arguments.words = {said.word(0) + "-" + who};
        for (const auto* const ours : {"n", "same"}) one.arguments.values.erase(ours);
        one.arguments.values.try_emplace("role", "clerk");
        if (!one.arguments.values.contains("case")) {
            one.arguments.values["case"] = "C-" + std::to_string(each);
        }
        auto outcome = check(stage, one);
        if (outcome.starts_with("refused")) return outcome;
    }
    return "checked";
}

std::string audit(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/lookups", auditor_in(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string outcome;
    for (const auto& each : items_of(response)) {
        const auto& lookup = each.as_object();
        outcome += (outcome.empty() ? "" : "; ") + text_in(lookup, "kind") + " by " +
                   text_in(lookup, "account");
        if (const auto* const subject = lookup.if_contains("subject")) {
            outcome += " on a " + text_in(subject->as_object(), "category");
        }
    }
    return outcome.empty() ? "nothing looked up" : outcome;
}

std::string watch(Stage& stage, const Step&) {
    const auto raised = desk::watch_lookups(stage.house().lookup_parts(), stage.now());
    if (!raised) return "error: " + raised.error().grounds.front().word;
    return "raised " + std::to_string(*raised);
}

std::string signs(Stage& stage, const Step& step) {
    const auto response = stage.get("/v1/lookups/signs", auditor_in(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string outcome;
    for (const auto& each : items_of(response)) {
        outcome += (outcome.empty() ? "" : "; ") + sign_text(each.as_object());
    }
    return outcome.empty() ? "no signs" : outcome;
}

// The newest of JN-SAMR, or of another as its auditor reads them.
std::string close_sign(Stage& stage, const Step& step) {
    const auto items = items_of(stage.get(
        "/v1/lookups/signs",
        {.role = access::Role::Auditor, .authority = step.arguments.value_or("of", "JN-SAMR")}));
    const auto id = items.empty() ? "none" : text_in(items.front().as_object(), "sign");
    JsonObject body{{"finding", "explained"}, {"words", "示例核查情况"}};
    say(body, step.arguments);
    body.erase("of");
    const auto response =
        stage.post("/v1/lookups/signs/" + id + "/closing", body, auditor_in(step));
    auto refusal = refusal_of(response);
    return refusal.empty() ? sign_text(body_of(response)) : refusal;
}

std::string protect(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"identifier", stage.subject(said.word(0), said).identifier},
                    {"kind", "colleague"}};
    say(body, said);
    const auto response = stage.post("/v1/lookups/protections", body, auditor_in(step));
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    stage.protections[said.word(0)] = text_in(body_of(response), "protection");
    return "protected";
}

std::string end_protection(Stage& stage, const Step& step) {
    http::Request request;
    request.method = http::Method::Post;
    request.target =
        "/v1/lookups/protections/" + stage.protections[step.arguments.word(0)] + "/end";
    auto refusal = refusal_of(stage.send(std::move(request), auditor_in(step)));
    return refusal.empty() ? "ended" : refusal;
}

std::string seal(Stage& stage, const Step&) {
    const auto sealed = desk::seal_lookups(stage.house().lookup_parts(), stage.now(),
                                           ledger::new_act_id(stage.now()));
    if (!sealed) return "error: " + sealed.error().grounds.front().word;
    return "sealed " + std::to_string(*sealed);
}

// Lets go what is kept no longer, and says what verification then finds sealed.
std::string release(Stage& stage, const Step&) {
    const auto parts = stage.house().lookup_parts();
    const auto done = desk::release_lookups(parts, stage.now());
    if (!done) return "error: " + done.error().grounds.front().word;
    auto store = parts.desk.pool().lease(sql::Access::Read);
    auto looked = parts.pools.table.lease(sql::Access::Read);
    auto blocks = parts.pools.blocks.lease(sql::Access::Read);
    CHECK(store.has_value() && looked.has_value() && blocks.has_value());
    const lookups::Sessions sessions{.table = **looked,
                                     .blocks = parts.pools.apart() ? **blocks : **looked};
    const auto found = lookups::verify_seals(**store, sessions, parts.desk.keys());
    if (!found) return "error: " + found.error().grounds.front().word;
    return "keeps " + std::to_string(found->lookups) + (found->ok() ? "" : ", not whole");
}

}  // namespace credit::scenarios
