#include "ledger/steps/running.h"

#include <string>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/steps/thing.h"
#include "sql/session.h"

namespace credit::ledger {

JsonObject to_json(const Running& running) {
    JsonObject object{{"kind", running.kind}};
    if (!running.about_id.empty()) object["about"] = running.about_id;
    object["due_on"] = calendar::to_text(running.due_on);
    object["article"] = running.article;
    return object;
}

JsonArray to_json(const std::vector<Running>& running) {
    JsonArray array;
    for (const auto& each : running) array.push_back(to_json(each));
    return array;
}

Result<void> begin_clocks(sql::Session& session, const Act& act, const Thing& thing,
                          const JsonArray& running) {
    int ordinal = 0;
    for (const auto& each : running) {
        const auto& object = each.as_object();
        const auto about_id = TRY(read_optional_text(object, "about"));
        const StatutoryClock clock{.subject_key = std::string(thing.home_key),
                                   .clock_id = row_id(act, thing, ++ordinal),
                                   .kind = TRY(read_text(object, "kind")),
                                   .about_id = about_id.value_or(std::string(thing.id)),
                                   .due_on = TRY(calendar::read_date(object, "due_on")),
                                   .article = TRY(read_text(object, "article")),
                                   .act_id = act.id};
        TRY(set_clock(session, clock));
    }
    return {};
}

}  // namespace credit::ledger
