#include "amendments/amendment.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::amendments {
namespace {

constexpr std::array<std::pair<std::string Amendment::*, std::string_view>, 6> texts{
    {{&Amendment::amendment_id, "amendment"},
     {&Amendment::state, "state"},
     {&Amendment::title, "title"},
     {&Amendment::document_number, "document_number"},
     {&Amendment::reasons, "reasons"},
     {&Amendment::drafted_by, "drafted_by"}}};

constexpr std::array<std::pair<std::optional<Date> Amendment::*, std::string_view>, 4> days{
    {{&Amendment::national_on, "national_on"},
     {&Amendment::province_on, "province_on"},
     {&Amendment::approved_on, "approved_on"},
     {&Amendment::completed_on, "completed_on"}}};

constexpr std::array<std::pair<std::optional<Date> Consultation::*, std::string_view>, 3>
    consultation_days{{{&Consultation::opened_on, "consultation_on"},
                       {&Consultation::through, "consultation_through"},
                       {&Consultation::closed_on, "consulted_on"}}};

template <typename Whole, typename Table>
void put_days(JsonObject& object, const Whole& whole, const Table& table) {
    for (const auto& [member, name] : table) {
        if (const auto& day = whole.*member) object[name] = calendar::to_text(*day);
    }
}

template <typename Whole, typename Table>
Result<void> take_days(const JsonObject& object, Whole& whole, const Table& table) {
    for (const auto& [member, name] : table) {
        whole.*member = TRY(calendar::read_optional_date(object, name));
    }
    return {};
}

}  // namespace

Date Amendment::from() const {
    const auto text = read_text(content, "from_on");
    CHECK(text.has_value());
    const auto day = calendar::parse_date(*text);
    CHECK(day.has_value());
    return *day;
}

JsonObject to_json(const Amendment& amendment) {
    JsonObject object{{"drafted_on", calendar::to_text(amendment.drafted_on)},
                      {"local", amendment.local},
                      {"content", amendment.content}};
    for (const auto& [member, name] : texts) object[name] = amendment.*member;
    if (!amendment.approved_by.empty()) object["approved_by"] = amendment.approved_by;
    put_days(object, amendment, days);
    put_days(object, amendment.consultation, consultation_days);
    return object;
}

Result<Amendment> read_amendment(const JsonObject& object) {
    Amendment amendment;
    for (const auto& [member, name] : texts) amendment.*member = TRY(read_text(object, name));
    amendment.local = TRY(read_flag(object, "local"));
    amendment.drafted_on = TRY(calendar::read_date(object, "drafted_on"));
    amendment.approved_by = TRY(read_optional_text(object, "approved_by")).value_or("");
    TRY(take_days(object, amendment, days));
    TRY(take_days(object, amendment.consultation, consultation_days));
    amendment.content = *TRY(read_object(object, "content"));
    return amendment;
}

}  // namespace credit::amendments
