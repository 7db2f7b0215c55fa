// Verbs about the feed for credit reporting agencies: what became public since the last page.

#include <boost/json.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include "access/principal.h"
#include "credit_reporting/feed.h"
#include "desk/desk.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "http/message.h"
#include "log/checkpoint.h"
#include "log/sequencer.h"
#include "log/signed_statement.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

constexpr int waits_max = 2000;
constexpr std::chrono::milliseconds wait{5};

// The feed goes by the log: until every act so far has its number.
void wait_for_the_log(Stage& stage) {
    for (int waits = 0; waits < waits_max; ++waits) {
        auto lease = stage.house().desk().pool().lease(sql::Access::Read);
        CHECK(lease.has_value());
        const auto waiting = log::has_waiting(**lease);
        CHECK(waiting.has_value());
        if (!*waiting) return;
        std::this_thread::sleep_for(wait);
    }
    CHECK(false);
}

std::string alias_of(Stage& stage, const Step& step, const std::string& code) {
    for (const auto& alias : step.arguments.words) {
        if (stage.subject(alias, step.arguments).identifier == code) return alias;
    }
    return "another";
}

// "company samr_serious"; of what is told by its id alone, what it was called when it was given.
std::string title_of(Stage& stage, const Step& step, const JsonObject& item) {
    auto& known = stage.collected[text_in(item, "item")];
    if (item.contains("name")) {
        const bool listing = item.contains("listing");
        const auto& thing = item.at(listing ? "listing" : "record").as_object();
        known = alias_of(stage, step, text_in(item, "unified_social_credit_code")) + " " +
                text_in(thing, listing ? "standard" : "kind");
    }
    return known.empty() ? "UNKNOWN" : known;
}

void add_withheld(std::string& text, const JsonArray& columns) {
    for (const auto& each : columns) {
        const auto& column = each.as_object();
        if (column.contains("withheld")) text += " " + text_in(column, "code") + " withheld";
    }
}

std::string told(Stage& stage, const Step& step, const JsonObject& item) {
    std::string text = title_of(stage, step, item);
    const auto state = text_in(item, "state");
    if (state != "public") text += " " + state;
    if (item.contains("replaces")) text += " corrected";
    if (!item.contains("name")) return text;
    const auto& thing = item.at(item.contains("listing") ? "listing" : "record").as_object();
    if (thing.contains("columns")) add_withheld(text, thing.at("columns").as_array());
    if (step.arguments.value_or("through", "no") == "no") return text;
    return text + " through " + text_in(thing, "public_through");
}

// After its signature was verified as a stranger verifies it.
std::string page_text(Stage& stage, const Step& step, const JsonObject& page) {
    const auto statement = text_in(page, "statement");
    const auto key = log::Verifier::parse(text_in(
        body_of(stage.get("/v1/credit-reporting-key", {.role = access::Role::Public})), "key"));
    if (!key || !log::signed_statement(*key, credit_reporting::statement_form, statement,
                                       text_in(page.at("signature").as_object(), "value"))) {
        return "WRONG SIGNATURE";
    }
    const auto parsed = parse_object(statement);
    if (!parsed) return "no statement";
    std::string text;
    for (const auto& each : parsed->at("items").as_array()) {
        text += (text.empty() ? "" : "; ") + told(stage, step, each.as_object());
    }
    if (text.empty()) text = "nothing";
    return page.at("more").as_bool() ? text + "; more" : text;
}

}  // namespace

// From where the last page ended; "from=start" from the beginning.
std::string collect(Stage& stage, const Step& step) {
    wait_for_the_log(stage);
    const auto& said = step.arguments;
    JsonObject body{{"case", said.value_or("case", "示例采集〔2026〕1号")},
                    {"officer", said.value_or("officer", "示例经办人")}};
    const bool anew = said.value_or("from", "") == "start" || stage.collected_through.empty();
    if (!anew) body["cursor"] = stage.collected_through;
    if (said.has("limit")) body["limit"] = std::stoll(said.value_or("limit", ""));
    const auto response = stage.post("/v1/credit-reporting-feed", body,
                                     {.role = *access::parse_role(said.value_or("role", "bank")),
                                      .authority = said.value_or("as", "SD-CRA")});
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto page = body_of(response);
    stage.collected_through = text_in(page, "next");
    return page_text(stage, step, page);
}

}  // namespace credit::scenarios
