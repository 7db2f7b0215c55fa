#include "stays/stay.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::stays {
namespace {

constexpr std::array<std::pair<Scope, std::string_view>, 3> scopes{
    {{Scope::Item, "item"}, {Scope::Duty, "duty"}, {Scope::Measure, "measure"}}};

constexpr std::array<std::pair<std::string_view, std::string Stay::*>, 11> texts{
    {{"home", &Stay::home_key},
     {"stay", &Stay::stay_id},
     {"item", &Stay::item_id},
     {"measure", &Stay::measure},
     {"authority", &Stay::implementer},
     {"ordered_by", &Stay::ordered_by},
     {"article", &Stay::article},
     {"document_number", &Stay::document_number},
     {"officer", &Stay::officer},
     {"office", &Stay::office},
     {"ended_as", &Stay::ended_as}}};

}  // namespace

std::string_view name_of(Scope scope) {
    return std::ranges::find(scopes, scope, &std::pair<Scope, std::string_view>::first)->second;
}

Result<Scope> parse_scope(std::string_view name) {
    const auto* const found =
        std::ranges::find(scopes, name, &std::pair<Scope, std::string_view>::second);
    if (found == scopes.end()) return fail(ErrorCode::InvalidInput, "stays.scope_unknown");
    return found->first;
}

int precedence_of(Scope scope) {
    constexpr int after_a_hold = 2;
    return static_cast<int>(scope) + after_a_hold;
}

bool Stay::stands(Date day) const {
    return from_on <= day && day <= through_on && (!ended_on || day < *ended_on);
}

bool Stay::stood_at(Instant moment) const {
    return ordered_at.milliseconds <= moment.milliseconds && day_of(moment) <= through_on &&
           (!ended_at || moment.milliseconds < ended_at->milliseconds);
}

bool Stay::stays(std::string_view item, std::string_view its_measure) const {
    switch (scope) {
        case Scope::Item:
            return item_id == item;
        case Scope::Duty:
            return item_id == item && measure == its_measure;
        case Scope::Measure:
            return measure == its_measure;
    }
    std::unreachable();
}

JsonObject to_json(const Stay& stay) {
    JsonObject object{{"scope", name_of(stay.scope)},
                      {"ordered_at", stay.ordered_at.milliseconds},
                      {"from_on", calendar::to_text(stay.from_on)},
                      {"through_on", calendar::to_text(stay.through_on)}};
    for (const auto& [name, member] : texts) {
        if (!(stay.*member).empty()) object[name] = stay.*member;
    }
    if (stay.ended_at) object["ended_at"] = stay.ended_at->milliseconds;
    if (stay.ended_on) object["ended_on"] = calendar::to_text(*stay.ended_on);
    return object;
}

Result<Stay> read_stay(const JsonObject& object) {
    Stay stay;
    for (const auto& [name, member] : texts) {
        stay.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    const auto scope = TRY(read_text(object, "scope"));
    stay.scope = TRY(parse_scope(scope));
    stay.ordered_at = {TRY(read_integer(object, "ordered_at"))};
    stay.from_on = TRY(calendar::read_date(object, "from_on"));
    stay.through_on = TRY(calendar::read_date(object, "through_on"));
    if (object.contains("ended_at")) {
        stay.ended_at = Instant{TRY(read_integer(object, "ended_at"))};
    }
    stay.ended_on = TRY(calendar::read_optional_date(object, "ended_on"));
    return stay;
}

std::string home_of_implementer(std::string_view authority) {
    std::string key = "A";
    key += authority;
    return key;
}

}  // namespace credit::stays
