#include "measures/restraint_order.h"

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

namespace credit::measures {
namespace {

template <typename Member>
using Field = std::pair<std::string_view, Member RestraintOrder::*>;

constexpr std::array<Field<std::string>, 8> texts{{
    {"subject", &RestraintOrder::subject_key},
    {"order", &RestraintOrder::order_id},
    {"measure", &RestraintOrder::measure},
    {"authority", &RestraintOrder::authority},
    {"category", &RestraintOrder::category},
    {"document_number", &RestraintOrder::document_number},
    {"remedy_zh", &RestraintOrder::remedy_zh},
    {"remedy_en", &RestraintOrder::remedy_en},
}};

constexpr std::array<Field<Date>, 3> days{{
    {"decided_on", &RestraintOrder::decided_on},
    {"served_on", &RestraintOrder::served_on},
    {"from_on", &RestraintOrder::from_on},
}};

constexpr std::array<Field<std::optional<std::string>>, 3> optional_texts{{
    {"ends_when", &RestraintOrder::ends_when},
    {"held_by", &RestraintOrder::held_by},
    {"ended_as", &RestraintOrder::ended_as},
}};

constexpr std::array<Field<std::optional<Date>>, 3> optional_days{{
    {"through_on", &RestraintOrder::through_on},
    {"review_on", &RestraintOrder::review_on},
    {"ended_on", &RestraintOrder::ended_on},
}};

}  // namespace

std::optional<Date> RestraintOrder::last_day() const {
    if (through_on) return through_on;
    return review_on;
}

bool RestraintOrder::in_force(Date day) const {
    if (day < from_on || (ended_on && day >= *ended_on)) return false;
    const auto last = last_day();
    return !last || day <= *last;
}

JsonObject to_json(const RestraintOrder& order) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = order.*member;
    for (const auto& [name, member] : days) object[name] = calendar::to_text(order.*member);
    for (const auto& [name, member] : optional_texts) {
        if (const auto& text = order.*member) object[name] = *text;
    }
    for (const auto& [name, member] : optional_days) {
        if (const auto& day = order.*member) object[name] = calendar::to_text(*day);
    }
    return object;
}

Result<RestraintOrder> read_order(const JsonObject& object) {
    RestraintOrder order;
    for (const auto& [name, member] : texts) order.*member = TRY(read_text(object, name));
    for (const auto& [name, member] : days) {
        order.*member = TRY(calendar::read_date(object, name));
    }
    for (const auto& [name, member] : optional_texts) {
        order.*member = TRY(read_optional_text(object, name));
    }
    for (const auto& [name, member] : optional_days) {
        order.*member = TRY(calendar::read_optional_date(object, name));
    }
    return order;
}

}  // namespace credit::measures
