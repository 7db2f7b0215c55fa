#include "consents/consent.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "consents/consent_item.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::consents {
namespace {

using Field = std::pair<std::string_view, std::string Consent::*>;
constexpr std::array<Field, 4> texts{{{"subject", &Consent::subject_key},
                                      {"consent", &Consent::consent_id},
                                      {"bank", &Consent::bank},
                                      {"purpose", &Consent::purpose}}};

}  // namespace

bool Consent::covers(ConsentItem item) const {
    return std::ranges::find(items, item) != items.end();
}

JsonArray names_of(const std::vector<ConsentItem>& items) {
    JsonArray names;
    for (const auto item : items) names.emplace_back(name_of(item));
    return names;
}

Result<std::vector<ConsentItem>> read_items(const JsonArray& names) {
    std::vector<ConsentItem> items;
    for (const auto& each : names) {
        if (!each.is_string()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"items"});
        items.push_back(TRY(parse_item(std::string_view(each.get_string()))));
    }
    std::ranges::sort(items);
    const auto [first, last] = std::ranges::unique(items);
    items.erase(first, last);
    return items;
}

JsonObject to_json(const Consent& consent) {
    JsonObject object{{"items", names_of(consent.items)},
                      {"given_at", consent.given_at.milliseconds},
                      {"from_on", calendar::to_text(consent.from_on)},
                      {"through_on", calendar::to_text(consent.through_on)}};
    for (const auto& [name, member] : texts) object[name] = consent.*member;
    if (consent.revoked_at) object["revoked_at"] = consent.revoked_at->milliseconds;
    if (consent.ended_on) object["ended_on"] = calendar::to_text(*consent.ended_on);
    return object;
}

Result<Consent> read_consent(const JsonObject& object) {
    Consent consent;
    for (const auto& [name, member] : texts) consent.*member = TRY(read_text(object, name));
    const auto* const items = TRY(read_array(object, "items"));
    consent.items = TRY(read_items(*items));
    consent.given_at = {TRY(read_integer(object, "given_at"))};
    consent.from_on = TRY(calendar::read_date(object, "from_on"));
    consent.through_on = TRY(calendar::read_date(object, "through_on"));
    if (object.contains("revoked_at")) {
        consent.revoked_at = Instant{TRY(read_integer(object, "revoked_at"))};
    }
    consent.ended_on = TRY(calendar::read_optional_date(object, "ended_on"));
    return consent;
}

}  // namespace credit::consents
