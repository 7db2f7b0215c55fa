// Notices: what a subject finds in its account, and how papers are served on it.

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

constexpr std::string_view prefix = "notices.";

std::string short_word(std::string_view word) {
    return std::string(word.starts_with(prefix) ? word.substr(prefix.size()) : word);
}

JsonArray inbox_of(Stage& stage, const Step& step) {
    const auto body = body_of(stage.get_as_subject(step.arguments.word(0), "/v1/account/notices"));
    const auto* const items = body.if_contains("items");
    return items != nullptr && items->is_array() ? items->get_array() : JsonArray{};
}

// The newest of that word in the subject's account.
JsonObject notice_of(Stage& stage, const Step& step) {
    for (const auto& item : inbox_of(stage, step)) {
        if (short_word(text_in(item.as_object(), "word")) == step.arguments.word(1)) {
            return item.as_object();
        }
    }
    return {{"notice", "none-n"}, {"authority", "SD-SAMR"}};
}

std::string notice_id(Stage& stage, const Step& step) {
    return text_in(notice_of(stage, step), "notice");
}

std::string done(const http::Response& response, std::string_view otherwise) {
    const auto refusal = refusal_of(response);
    return refusal.empty() ? std::string(otherwise) : refusal;
}

std::string in_account(Stage& stage, const Step& step, std::string_view path,
                       std::string_view otherwise) {
    return done(stage.act_as_subject(step.arguments.word(0), path), otherwise);
}

std::string by_authority(Stage& stage, const Step& step, std::string_view path, JsonObject body) {
    say(body, step.arguments);
    const auto notice = notice_of(stage, step);
    const auto response =
        stage.post("/v1/notices/" + text_in(notice, "notice") + "/" + std::string(path), body,
                   *access::parse_role(step.arguments.value_or("role", "officer")),
                   step.arguments.value_or("as", text_in(notice, "authority")));
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto service = body_of(response).at("service").as_object();
    const auto from = text_in(service, "counts_from");
    return text_in(service, "outcome") + " by " + text_in(service, "method") +
           (from.empty() ? "" : " from " + from);
}

}  // namespace

// The words of all notices, the oldest first.
std::string inbox(Stage& stage, const Step& step) {
    std::string words;
    for (const auto& item : inbox_of(stage, step)) {
        words.insert(0,
                     short_word(text_in(item.as_object(), "word")) + (words.empty() ? "" : "; "));
    }
    return words.empty() ? "nothing" : words;
}

// With says=…: whether the text has it; the titles of the documents otherwise.
std::string read_notice(Stage& stage, const Step& step) {
    const auto language = step.arguments.value_or("language", "zh");
    const auto path = "/v1/account/notices/" + notice_id(stage, step);
    if (step.arguments.has("says")) {
        const auto response = stage.print_as_subject(step.arguments.word(0), path, language);
        const bool found = response.body.contains(step.arguments.value_or("says", ""));
        return found ? "yes" : "no";
    }
    const auto response = stage.get_as_subject(step.arguments.word(0), path);
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string titles;
    const auto body = body_of(response);
    for (const auto& document : body.at("documents_" + language).as_array()) {
        titles += (titles.empty() ? "" : " + ") + text_in(document.as_object(), "title");
    }
    return titles;
}

std::string confirm_reading(Stage& stage, const Step& step) {
    return in_account(stage, step, "/v1/account/notices/" + notice_id(stage, step) + "/reading",
                      "read");
}

std::string consent(Stage& stage, const Step& step) {
    return in_account(stage, step, "/v1/account/electronic-service", "agreed");
}

std::string withdraw_consent(Stage& stage, const Step& step) {
    return in_account(stage, step, "/v1/account/electronic-service/withdrawal", "taken back");
}

std::string open_channel(Stage& stage, const Step& step) {
    JsonObject body;
    say(body, step.arguments);
    return done(stage.post_as_subject(step.arguments.word(0), "/v1/account/channels", body),
                "open");
}

std::string close_channel(Stage& stage, const Step& step) {
    return in_account(stage, step, "/v1/account/channels/" + step.arguments.word(1) + "/closing",
                      "closed");
}

// What an authority has yet to serve, by words.
std::string unserved(Stage& stage, const Step& step) {
    const auto response =
        stage.get("/v1/notices", *access::parse_role(step.arguments.value_or("role", "officer")),
                  step.arguments.value_or("as", "SD-SAMR"));
    const auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    std::string words;
    const auto page = body_of(response);
    for (const auto& each : page.at("items").as_array()) {
        const auto& notice = each.as_object();
        words += (words.empty() ? "" : "; ") + short_word(text_in(notice, "word"));
        if (!notice.at("service").as_array().empty()) words += " (failed)";
    }
    return words.empty() ? "none" : words;
}

std::string record_service(Stage& stage, const Step& step) {
    return by_authority(
        stage, step, "service",
        {{"served_on", calendar::to_text(step.day)}, {"method", "direct"}, {"proof", "示例回证"}});
}

std::string fail_service(Stage& stage, const Step& step) {
    return by_authority(stage, step, "failed-service",
                        {{"failed_on", calendar::to_text(step.day)},
                         {"method", "mail"},
                         {"reason", "示例退件：查无此人"}});
}

}  // namespace credit::scenarios
