// Verbs about tips: told without an account, opened and answered by the officers who were named.

#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "demo/synthetic.h"
#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/context.h"
#include "http/message.h"
#include "http/router.h"
#include "http/wire/spool.h"
#include "server/house.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"
#include "tips/sealed_box.h"

namespace credit::scenarios {
namespace {

constexpr std::string_view passphrase = "abcdefghijklmnopqrstuvwxyz";

std::string small(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return text;
}

std::string told(const JsonObject& tip) {
    std::string text = text_in(tip, "state");
    const auto add = [&](std::string_view before, std::string_view member) {
        const auto value = text_in(tip, member);
        if (!value.empty()) text += std::string(before) + value;
    };
    add(", due ", "due_on");
    add(", overdue since ", "overdue_on");
    add(": ", "ground");
    add(": ", "finding");
    add(", file it at ", "elsewhere");
    add(", told ", "answer");
    return text;
}

std::string outcome(const http::Response& response) {
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response)) : refusal;
}

http::Response answer(Stage& stage, http::Request request, const std::string& token) {
    static int requests = 0;
    if (!token.empty()) request.authorization = "Bearer " + token;
    request.idempotency_key = "scenario-tip-" + std::to_string(++requests);
    request.received_at = stage.now();
    return stage.house().router().answer(std::move(request));
}

// The named officer of `as`, unless the step says another role.
http::Response post(Stage& stage, const Arguments& said, std::string_view path,
                    const JsonObject& body) {
    const auto as = said.value_or("as", "JN-SAMR");
    if (said.has("role") || !stage.tip_tokens.contains(as)) {
        const Asker asker{.role = *access::parse_role(said.value_or("role", "officer")),
                          .authority = as};
        return stage.post(path, body, asker);
    }
    http::Request request;
    request.method = http::Method::Post;
    request.target = path;
    request.content_type = "application/json";
    request.body = to_text(body);
    return answer(stage, std::move(request), stage.tip_tokens[as]);
}

std::string take_step(Stage& stage, const Step& step, std::string_view last,
                      const JsonObject& body) {
    return outcome(post(stage, step.arguments, "/v1/tips/" + stage.tip + std::string(last), body));
}

tips::Content content_of(const Arguments& said) {
    tips::Content content{.told = {{"text", said.value_or("text", "示例经过")},
                                   {"name", "示例举报人"},
                                   {"contact", "示例联系方式"}},
                          .files = {}};
    if (said.has("file")) {
        content.files.push_back({.name = "示例.txt", .content = said.value_or("file", "")});
    }
    return content;
}

// The line of JSON and the box, as a browser sends them.
std::string upload_of(Stage& stage, const Arguments& said) {
    const auto authority = said.value_or("authority", "JN-SAMR");
    JsonObject head{{"authority", authority},
                    {"domain", said.value_or("domain", "product_food_safety")},
                    {"passphrase", said.value_or("passphrase", passphrase)}};
    if (said.has("subject")) {
        head["subject_code"] = stage.subject(said.value_or("subject", ""), said).identifier;
    }
    const auto key_of = said.value_or("key_of", authority);
    if (!stage.tip_keys.contains(key_of)) stage.tip_keys[key_of] = crypto::new_key_pair();
    auto box = tips::seal_tip(stage.tip_keys[key_of].point, content_of(said));
    if (said.has("box")) box.front() ^= 1U;
    return to_text(head) + "\n" + std::string(text_of(box));
}

}  // namespace

std::string tip_key(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", "JN-SAMR");
    if (!said.has("again")) stage.tip_keys[as] = crypto::new_key_pair();
    JsonObject body{{"point", to_hex(stage.tip_keys[as].point)},
                    {"through_on", said.value_or("through_on", "2026-12-31")}};
    if (said.has("point")) body["point"] = said.value_or("point", "");
    if (said.value_or("through_on", "-").empty()) body.erase("through_on");
    const auto response = post(stage, said, "/v1/tips/keys", body);
    const auto refusal = refusal_of(response);
    return refusal.empty() ? "key through " + text_in(body_of(response), "through_on") : refusal;
}

std::string tip_handlers(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", "JN-SAMR");
    const auto role = said.value_or("named", "officer");
    const auto account = "tips-" + role + "-" + small(as);
    const auto opened = stage.post("/v1/accounts",
                                   {{"account", account},
                                    {"role", role},
                                    {"authority", as},
                                    {"password", "a password of a scenario"}},
                                   access::Role::CreditOffice, "SD-DRC");
    if (opened.status >= 300 && opened.status != 409) return refusal_of(opened);
    JsonArray accounts;
    if (role != "none") accounts.emplace_back(said.value_or("account", account));
    const auto response = post(stage, said, "/v1/tips/handlers", {{"accounts", accounts}});
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    auto& token = stage.tip_tokens[as];
    token = access::new_secret();
    constexpr std::int64_t years = 100LL * 365 * 24 * 3600 * 1000;
    stage.house().router().context().principals.admit(
        access::digest_of(token),
        {.account = account, .role = access::Role::Officer, .authority = as},
        Instant{stage.now().milliseconds + years});
    return "named";
}

std::string tip(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    http::Request request;
    request.method = http::Method::Post;
    request.target = "/v1/tips";
    request.content_type = "application/octet-stream";
    auto spool = http::Spool::create();
    CHECK(spool.has_value() && (*spool)->append(upload_of(stage, said)).has_value());
    request.file = *std::move(spool);
    const auto response = answer(stage, std::move(request), "");
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto body = body_of(response);
    stage.tip_receipt = text_in(body, "receipt");
    stage.tip_passphrase = said.value_or("passphrase", passphrase);
    return "received, due " + text_in(body, "due_on");
}

std::string follow_tip(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const JsonObject body{{"receipt", said.value_or("receipt", stage.tip_receipt)},
                          {"passphrase", said.value_or("passphrase", stage.tip_passphrase)}};
    return outcome(stage.post_openly("/v1/tips/status", body));
}

std::string read_tips(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as = said.value_or("as", "JN-SAMR");
    http::Response response;
    if (said.has("role") || !stage.tip_tokens.contains(as)) {
        const Asker asker{.role = *access::parse_role(said.value_or("role", "officer")),
                          .authority = as};
        response = stage.get("/v1/tips", asker);
    } else {
        http::Request request;
        request.target = "/v1/tips";
        response = answer(stage, std::move(request), stage.tip_tokens[as]);
    }
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& object = each.as_object();
        stage.tip = text_in(object, "tip");
        text += (text.empty() ? "" : "; ") + text_in(object, "domain") + " " + told(object);
        for (const auto& opening : object.at("openings").as_array()) {
            text += ", opened by " + text_in(opening.as_object(), "account");
        }
    }
    return text.empty() ? "none" : text;
}

std::string open_tip(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto response = post(stage, said, "/v1/tips/" + stage.tip + "/opening",
                               {{"reason", said.value_or("reason", "示例理由")}});
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto& pair = stage.tip_keys[said.value_or("key_of", "JN-SAMR")];
    const auto content = tips::open_tip_box(pair, bytes_of(response.body));
    if (!content) return "not opened: " + content.error().grounds.front().word;
    std::string text = text_in(content->told, "text") + ", by " + text_in(content->told, "name");
    for (const auto& file : content->files) text += ", with " + file.content;
    return text;
}

std::string accept_tip(Stage& stage, const Step& step) {
    return take_step(stage, step, "/acceptance",
                     {{"answer", step.arguments.value_or("answer", "示例答复")}});
}

std::string refuse_tip(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    JsonObject body{{"ground", said.value_or("ground", "too_vague")},
                    {"answer", said.value_or("answer", "示例答复")}};
    if (said.has("elsewhere")) body["elsewhere"] = said.value_or("elsewhere", "");
    return take_step(stage, step, "/refusal", body);
}

std::string conclude_tip(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    return take_step(stage, step, "/conclusion",
                     {{"finding", said.value_or("finding", "confirmed")},
                      {"document_number", "示例罚〔2026〕1号"},
                      {"answer", said.value_or("answer", "示例结果")}});
}

std::string tip_offices(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    http::Request request;
    request.target = "/v1/tips/offices?domain=" + said.value_or("domain", "product_food_safety") +
                     "&region=" + said.value_or("region", "370100");
    const auto response = answer(stage, std::move(request), "");
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string text;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& object = each.as_object();
        text += (text.empty() ? "" : "; ") + text_in(object, "authority");
        if (object.contains("key")) text += " with a key";
    }
    return text.empty() ? "none" : text;
}

}  // namespace credit::scenarios
