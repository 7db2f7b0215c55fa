#include "ledger/steps/recipient.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/distribution.h"
#include "ledger/steps/thing.h"
#include "sql/session.h"

namespace credit::ledger {

JsonArray to_json(const std::vector<Recipient>& told, std::string_view code) {
    JsonArray array;
    for (const auto& each : told) {
        JsonObject object;
        if (!each.kind.empty()) object["kind"] = each.kind;
        object[code] = each.code;
        if (!each.about_id.empty()) object["about"] = each.about_id;
        object["what"] = each.what;
        if (each.urgent) object["urgent"] = *each.urgent;
        if (each.due_on) object["due_on"] = calendar::to_text(*each.due_on);
        array.push_back(std::move(object));
    }
    return array;
}

Result<Recipient> read_recipient(const JsonObject& object, std::string_view code) {
    Recipient recipient{.kind = TRY(read_text_or_empty(object, "kind")),
                        .code = TRY(read_text(object, code)),
                        .about_id = TRY(read_text_or_empty(object, "about")),
                        .what = TRY(read_text(object, "what"))};
    if (object.contains("urgent")) recipient.urgent = TRY(read_flag(object, "urgent"));
    recipient.due_on = TRY(calendar::read_optional_date(object, "due_on"));
    return recipient;
}

Result<std::vector<Recipient>> read_recipients(const JsonArray& told, std::string_view code) {
    std::vector<Recipient> recipients;
    recipients.reserve(told.size());
    for (const auto& each : told) {
        recipients.push_back(TRY(read_recipient(each.as_object(), code)));
    }
    return recipients;
}

Result<void> tell_recipients(sql::Session& session, const Act& act, const Thing& thing,
                             const std::vector<Recipient>& told) {
    int ordinal = 0;
    for (const auto& each : told) {
        TRY(tell(session,
                 {.subject_key = std::string(thing.home_key),
                  .distribution_id = row_id(act, thing, ++ordinal),
                  .act_id = act.id,
                  .recipient_kind = each.kind.empty() ? "authority" : each.kind,
                  .recipient = each.code,
                  .about_id = each.about_id.empty() ? std::string(thing.id) : each.about_id,
                  .what = each.what,
                  .urgent = each.urgent.value_or(true),
                  .due_on = each.due_on}));
    }
    return {};
}

}  // namespace credit::ledger
