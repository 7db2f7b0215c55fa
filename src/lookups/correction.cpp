#include "lookups/correction.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/distribution.h"
#include "sql/session.h"

namespace credit::lookups {

Result<JsonArray> told_wrong(const access::Occasion& occasion,
                             const std::vector<std::string>& holders, std::string_view effect) {
    JsonArray told;
    if (holders.empty()) return told;
    const auto period = TRY(occasion.law.period("correction.acknowledgement", occasion.day));
    const Date last = occasion.law.calendar().last_day_of(period, occasion.day).day;
    const std::array<std::string_view, 2> whats{effect, "restitution"};
    for (const auto& holder : holders) {
        for (const auto what : whats) {
            told.push_back(JsonObject{{"kind", "authority"},
                                      {"code", holder},
                                      {"what", what},
                                      {"urgent", true},
                                      {"due_on", calendar::to_text(last)}});
        }
    }
    return told;
}

Result<void> apply_told(sql::Session& session, const ledger::Act& act, std::string_view about_id,
                        const JsonArray& told) {
    int ordinal = 0;
    for (const auto& each : told) {
        const auto& object = each.as_object();
        ledger::Told row{.subject_key = act.home_key,
                         .distribution_id = act.id + "-" + std::to_string(++ordinal),
                         .act_id = act.id,
                         .recipient_kind = TRY(read_text(object, "kind")),
                         .recipient = TRY(read_text(object, "code")),
                         .about_id = std::string(about_id),
                         .what = TRY(read_text(object, "what")),
                         .urgent = TRY(read_flag(object, "urgent"))};
        if (const auto due_on = TRY(read_optional_text(object, "due_on"))) {
            row.due_on = TRY(calendar::parse_date(*due_on));
        }
        TRY(ledger::tell(session, row));
    }
    return {};
}

}  // namespace credit::lookups
