#include "desk/recounts/loaded_calendar.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "desk/open_register.h"
#include "desk/recounts/calendar.sql.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::desk {

namespace statements = recounts::statements;

namespace {

// Releases that remembered no calendar knew the notices up to this year.
constexpr int last_year_unremembered = 2026;

JsonArray to_json(const std::vector<Date>& days) {
    JsonArray array;
    for (const Date day : days) array.push_back(Json(calendar::to_text(day)));
    return array;
}

Result<std::vector<Date>> read_days(const JsonObject& year, std::string_view name) {
    std::vector<Date> days;
    for (const auto& day : *TRY(read_array(year, name))) {
        if (!day.is_string()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"years"});
        days.push_back(TRY(calendar::parse_date(day.get_string())));
    }
    return days;
}

Result<CalendarYears> read_years(const JsonArray& array) {
    CalendarYears years;
    for (const auto& each : array) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"years"});
        const auto& object = each.get_object();
        years.push_back({.year = static_cast<int>(TRY(read_integer(object, "year"))),
                         .off = TRY(read_days(object, "off")),
                         .worked = TRY(read_days(object, "worked")),
                         .notice = TRY(read_text(object, "notice"))});
    }
    return years;
}

Result<LoadedCalendar> read_row(const sql::Row& row) {
    const auto years = TRY(parse_json(row.text(1)));
    if (!years.is_array()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"years"});
    return LoadedCalendar{.act_id = row.text(0),
                          .years = TRY(read_years(years.get_array())),
                          .complete = row.optional_text(2).has_value()};
}

LoadedCalendar unremembered(const law::Library& law) {
    LoadedCalendar known;
    for (const auto& year : law.calendar_years()) {
        if (year.year <= last_year_unremembered) known.years.push_back(year);
    }
    return known;
}

Result<void> insert(sql::Session& session, const ledger::Act& act, const JsonArray& array,
                    const std::optional<std::string>& completed_by) {
    const auto years = TRY(read_years(array));
    if (years.empty()) return fail(ErrorCode::InvalidInput, "json.missing", {"years"});
    TRY(session.execute(statements::insert_calendar,
                        {act.home_key, act.id, calendar::WorkingCalendar(years).known_through(),
                         to_text(array), completed_by}));
    return {};
}

}  // namespace

JsonArray to_json(const CalendarYears& years) {
    JsonArray array;
    for (const auto& year : years) {
        array.push_back(JsonObject{{"year", year.year},
                                   {"notice", year.notice},
                                   {"off", to_json(year.off)},
                                   {"worked", to_json(year.worked)}});
    }
    return array;
}

Result<LoadedCalendars> loaded_calendars(sql::Session& session, const law::Library& law) {
    const auto rows = TRY(session.query(statements::calendars, {register_home_key}));
    LoadedCalendars loaded{.newest = unremembered(law), .before = unremembered(law)};
    if (!rows.empty()) loaded.newest = TRY(read_row(rows.front()));
    if (rows.size() > 1) loaded.before = TRY(read_row(rows.back()));
    return loaded;
}

bool is_news(const LoadedCalendar& remembered, const law::Library& law) {
    const calendar::WorkingCalendar known(remembered.years);
    if (law.calendar().known_through() < known.known_through()) return false;
    return ledger::first_difference(known, law.calendar()).has_value();
}

std::string notices_between(const CalendarYears& before, const CalendarYears& now) {
    std::string numbers;
    for (const auto& year : now) {
        const auto known = std::ranges::find(before, year.year, &calendar::CalendarYear::year);
        const bool news =
            known == before.end() || known->off != year.off || known->worked != year.worked;
        if (!news || year.notice.empty()) continue;
        if (!numbers.empty()) numbers += "、";
        numbers += year.notice;
    }
    return numbers;
}

Result<ledger::Draft> load_calendar(const access::Occasion& occasion) {
    const auto loaded = TRY(loaded_calendars(occasion.session, occasion.law));
    if (!loaded.newest.complete || !is_news(loaded.newest, occasion.law)) {
        return refuse({{.word = "desk.calendar_known"}});
    }
    const CalendarYears years(occasion.law.calendar_years().begin(),
                              occasion.law.calendar_years().end());
    return ledger::Draft{
        .kind = "desk.load_calendar",
        .home_key = std::string(register_home_key),
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{
            {"known_through", calendar::to_text(occasion.law.calendar().known_through())},
            {"notices", notices_between(loaded.newest.years, years)},
            {"years", to_json(years)}})};
}

Result<void> apply_load_calendar(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const years = TRY(read_array(body, "years"));
    return insert(session, act, *years, std::nullopt);
}

Result<ledger::Draft> finish_recount(const access::Occasion& occasion) {
    const auto loaded = TRY(loaded_calendars(occasion.session, occasion.law));
    if (loaded.newest.complete) return refuse({{.word = "desk.calendar_known"}});
    return ledger::Draft{.kind = "desk.finish_recount",
                         .home_key = std::string(register_home_key),
                         .occurred_on = occasion.day,
                         .body = to_text(JsonObject{{"calendar", loaded.newest.act_id}})};
}

Result<void> apply_finish_recount(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto calendar_act = TRY(read_text(body, "calendar"));
    TRY(session.execute(statements::complete_calendar, {act.home_key, calendar_act, act.id}));
    return {};
}

Result<void> remember_calendar(sql::Session& session, const ledger::Act& act,
                               const JsonObject& body) {
    if (!body.contains("years")) return {};
    const auto* const years = TRY(read_array(body, "years"));
    return insert(session, act, *years, act.id);
}

}  // namespace credit::desk
