// Verbs about my account: what the subject reads of itself.

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

void add(std::string& outcome, const std::string& fact) {
    if (!outcome.empty()) outcome += "; ";
    outcome += fact;
}

bool says(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

// The day under that name, after those words.
void tell_day(std::string& fact, const JsonObject& item, std::string_view name,
              std::string_view words) {
    const auto day = text_in(item, name);
    if (!day.empty()) fact += " " + std::string(words) + " " + day;
}

std::string told_listing(const JsonObject& listing) {
    std::string fact = text_in(listing, "standard") + " " + text_in(listing, "state");
    if (says(listing, "on_hold")) fact += " on hold";
    if (says(listing, "objection_pending")) fact += " objected to";
    tell_day(fact, listing, "window_through", "heard through");
    tell_day(fact, listing, "decided_on", "decided");
    tell_day(fact, listing, "from_on", "from");
    tell_day(fact, listing, "through_on", "through");
    tell_day(fact, listing, "ended_on", "ended");
    return fact;
}

// Why it is public or not in both languages, on an article; the codes of its columns in words.
std::string told_record(const JsonObject& record) {
    std::string fact = text_in(record, "kind") + " " + text_in(record, "range");
    tell_day(fact, record, "public_through", "through");
    fact += ": " + text_in(record, "why_zh");
    if (text_in(record, "why_en").empty() || text_in(record, "authority_en").empty()) {
        fact += " in one language";
    }
    if (!record.contains("basis")) fact += " without an article";
    const auto columns = read_array(record, "columns");
    for (const auto& each : columns ? **columns : JsonArray{}) {
        const auto& column = each.as_object();
        if (column.contains("value_zh") && text_in(column, "code") == "CF_CFLB") {
            fact += "; " + text_in(column, "value_zh") + " " + text_in(column, "value_en");
        }
    }
    return fact;
}

}  // namespace

// "held company": its listings and what is recorded beside its registration.
std::string held(Stage& stage, const Step& step) {
    const auto response = stage.get_as_subject(step.arguments.word(0), "/v1/account");
    auto refusal = refusal_of(response);
    if (!refusal.empty()) return refusal;
    const auto answer = body_of(response);
    std::string outcome;
    const auto listings = read_array(answer, "listings");
    for (const auto& each : listings ? **listings : JsonArray{}) {
        add(outcome, told_listing(each.as_object()));
    }
    const auto records = read_array(answer, "records");
    for (const auto& each : records ? **records : JsonArray{}) {
        const auto& record = each.as_object();
        if (text_in(record, "kind") != "registration") add(outcome, told_record(record));
    }
    return outcome.empty() ? text_in(answer, "standing") : outcome;
}

}  // namespace credit::scenarios
