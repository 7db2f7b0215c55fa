#include "desk/open_register.h"

#include <string>

#include "access/occasion.h"
#include "desk/opening.sql.h"
#include "desk/recounts/loaded_calendar.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

Result<ledger::Draft> open_register(const access::Occasion& occasion, Purpose purpose) {
    const auto years = occasion.law.calendar_years();
    return ledger::Draft{
        .kind = "desk.open_register",
        .home_key = std::string(register_home_key),
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{{"demonstration", purpose == Purpose::Demonstration},
                                   {"years", to_json(CalendarYears(years.begin(), years.end()))}})};
}

Result<void> apply_open_register(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto demonstration = TRY(read_flag(body, "demonstration"));
    TRY(session.execute(statements::insert_opening,
                        {act.home_key, demonstration ? 1 : 0, act.occurred_on, act.id}));
    return remember_calendar(session, act, body);
}

Result<Date> opened_on(sql::Session& session) {
    const auto row = TRY(session.find(statements::find_opening, {register_home_key}));
    if (!row) return fail(ErrorCode::NotFound, "desk.not_opened");
    return row->date(1);
}

Result<Purpose> purpose_of(sql::Session& session) {
    const auto row = TRY(session.find(statements::find_opening, {register_home_key}));
    if (!row) return fail(ErrorCode::NotFound, "desk.not_opened");
    return row->integer(0) == 0 ? Purpose::Real : Purpose::Demonstration;
}

}  // namespace credit::desk
