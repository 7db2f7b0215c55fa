#include "lookups/correction.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/steps/recipient.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

// decision 0223: what its own decision no longer carries was not as it was told.
constexpr std::array<std::string_view, 3> not_lasting{"annulled", "decision_changed",
                                                      "court_order"};

std::set<std::string_view> all_of(const Reached& reached) {
    std::set<std::string_view> all(reached.shown.begin(), reached.shown.end());
    all.insert(reached.acted.begin(), reached.acted.end());
    return all;
}

// The last day for the acknowledgement.
Result<Date> due_day(const access::Occasion& occasion) {
    const auto period = TRY(occasion.law.period("correction.acknowledgement", occasion.day));
    return occasion.law.calendar().last_day_of(period, occasion.day).day;
}

Recipient urgently(std::string_view code, std::string_view what, Date due_on) {
    return {.kind = "authority",
            .code = std::string(code),
            .what = std::string(what),
            .urgent = true,
            .due_on = due_on};
}

}  // namespace

JsonArray told_openly(const Reached& reached) {
    JsonArray codes;
    for (const auto code : all_of(reached)) {
        const auto hidden = std::ranges::find(reached.withheld, code);
        if (hidden == reached.withheld.end()) codes.emplace_back(code);
    }
    return codes;
}

Result<std::vector<Recipient>> told_wrong(const access::Occasion& occasion, const Reached& reached,
                                          std::string_view effect, std::string_view source) {
    std::vector<Recipient> told;
    const std::set<std::string_view> acted(reached.acted.begin(), reached.acted.end());
    const auto all = all_of(reached);
    if (all.empty() && !reached.in_public) return told;
    // Before there was a time for it nobody was asked to restore what the public alone had seen.
    const auto period = occasion.law.period("correction.acknowledgement", occasion.day);
    if (all.empty() && !period) return told;
    const Date last = TRY(due_day(occasion));
    const auto tell = [&](std::string_view code, std::string_view what) {
        told.push_back(urgently(code, what, last));
    };
    for (const auto code : all) {
        if (!effect.empty()) tell(code, effect);
        tell(code, acted.contains(code) ? "restitution_reversal" : "restitution");
    }
    tell(source, "restitution_apology");
    return told;
}

Result<std::vector<Recipient>> told_ended(const access::Occasion& occasion, const Reached& reached,
                                          std::string_view reason, std::string_view source) {
    if (std::ranges::find(not_lasting, reason) != not_lasting.end()) {
        return told_wrong(occasion, reached, "withdrawn", source);
    }
    std::vector<Recipient> told;
    const auto all = all_of(reached);
    if (all.empty()) return told;
    const Date last = TRY(due_day(occasion));
    for (const auto code : all) {
        if (code != source) told.push_back(urgently(code, "ended", last));
    }
    return told;
}

Result<void> apply_told(sql::Session& session, const ledger::Act& act, std::string_view about_id,
                        const JsonArray& told) {
    const auto recipients = TRY(ledger::read_recipients(told));
    return ledger::tell_recipients(session, act, {.home_key = act.home_key, .id = about_id},
                                   recipients);
}

}  // namespace credit::lookups
