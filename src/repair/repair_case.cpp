#include "repair/repair_case.h"

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
#include "repair/item.h"

namespace credit::repair {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 11> states{{
    {State::Applied, "applied"},
    {State::Accepted, "accepted"},
    {State::NotAccepted, "not_accepted"},
    {State::Granted, "granted"},
    {State::Refused, "refused"},
    {State::Shielded, "shielded"},
    {State::Resumed, "resumed"},
    {State::Revoked, "revoked"},
    {State::Withdrawn, "withdrawn"},
    {State::Annulled, "annulled"},
    {State::TakenAsObjection, "taken_as_objection"},
}};

constexpr std::array<std::pair<Way, std::string_view>, 3> ways{{
    {Way::Ordinary, "ordinary"},
    {Way::Service, "service"},
    {Way::Court, "court"},
}};

template <typename Member>
using Field = std::pair<std::string_view, Member RepairCase::*>;

constexpr std::array<Field<std::string>, 4> texts{{
    {"subject", &RepairCase::subject_key},
    {"case", &RepairCase::case_id},
    {"item", &RepairCase::item_id},
    {"authority", &RepairCase::authority},
}};

constexpr std::array<Field<std::string>, 2> optional_texts{{
    {"filed_by", &RepairCase::filed_by},
    {"filed_at", &RepairCase::filed_at},
}};

constexpr std::array<Field<Date>, 2> days{{
    {"applied_on", &RepairCase::applied_on},
    {"acceptance_due", &RepairCase::acceptance_due},
}};

constexpr std::array<Field<std::optional<Date>>, 6> optional_days{{
    {"accepted_on", &RepairCase::accepted_on},
    {"result_due", &RepairCase::result_due},
    {"overdue_on", &RepairCase::overdue_on},
    {"decided_on", &RepairCase::decided_on},
    {"reevaluate_on", &RepairCase::reevaluate_on},
    {"wait_through", &RepairCase::wait_through},
}};

constexpr std::array<Field<bool>, 2> flags{{
    {"provisional", &RepairCase::provisional},
    {"extended", &RepairCase::extended},
}};

template <typename Names, typename Value>
std::string_view spelled(const Names& names, Value value) {
    for (const auto& [known, name] : names) {
        if (known == value) return name;
    }
    std::unreachable();
}

template <typename Value, typename Names>
Result<Value> understood(const Names& names, std::string_view text) {
    for (const auto& [value, name] : names) {
        if (name == text) return value;
    }
    return fail(ErrorCode::InvalidInput, "repair.unknown_value", {std::string(text)});
}

}  // namespace

std::string_view name_of(State state) {
    return spelled(states, state);
}

Result<State> parse_state(std::string_view name) {
    return understood<State>(states, name);
}

std::string_view name_of(Way way) {
    return spelled(ways, way);
}

Result<Way> parse_way(std::string_view name) {
    return understood<Way>(ways, name);
}

JsonObject to_json(const RepairCase& repair) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = repair.*member;
    for (const auto& [name, member] : optional_texts) {
        if (!(repair.*member).empty()) object[name] = repair.*member;
    }
    object["item_kind"] = name_of(repair.item_kind);
    object["way"] = name_of(repair.way);
    object["state"] = name_of(repair.state);
    for (const auto& [name, member] : days) object[name] = calendar::to_text(repair.*member);
    for (const auto& [name, member] : optional_days) {
        if (const auto& day = repair.*member) object[name] = calendar::to_text(*day);
    }
    for (const auto& [name, member] : flags) object[name] = repair.*member;
    if (repair.decided_by) object["decided_by"] = *repair.decided_by;
    return object;
}

Result<RepairCase> read_case(const JsonObject& object) {
    RepairCase repair;
    for (const auto& [name, member] : texts) repair.*member = TRY(read_text(object, name));
    for (const auto& [name, member] : optional_texts) {
        repair.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    const auto kind = TRY(read_text(object, "item_kind"));
    repair.item_kind = TRY(parse_item_kind(kind));
    const auto way = TRY(read_text(object, "way"));
    repair.way = TRY(parse_way(way));
    const auto state = TRY(read_text(object, "state"));
    repair.state = TRY(parse_state(state));
    for (const auto& [name, member] : days) {
        repair.*member = TRY(calendar::read_date(object, name));
    }
    for (const auto& [name, member] : optional_days) {
        repair.*member = TRY(calendar::read_optional_date(object, name));
    }
    for (const auto& [name, member] : flags) repair.*member = TRY(read_flag(object, name));
    repair.decided_by = TRY(read_optional_text(object, "decided_by"));
    return repair;
}

}  // namespace credit::repair
