// The calendar by which days are counted (工作日历): remembered by an act, so that a release with a
// further year's notice finds which days were counted without it.
//
// The opening of a register remembers the first; every notice that comes with a release is one act
// more, and a last one says that all days which still run were counted anew.
//
// Reading: decision 0111: a year without a notice; decision 0198: counting anew

#pragma once

#include <string>
#include <vector>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

using CalendarYears = std::vector<calendar::CalendarYear>;

struct LoadedCalendar {
    std::string act_id = {};  // empty: of the releases that remembered none
    CalendarYears years = {};
    bool complete = true;
};

// The newest, and the one before it.
struct LoadedCalendars {
    LoadedCalendar newest;
    LoadedCalendar before;
};
Result<LoadedCalendars> loaded_calendars(sql::Session& session, const law::Library& law);

// Whether the program's calendar knows days that the remembered one does not, or otherwise. A
// release older than the store changes nothing.
bool is_news(const LoadedCalendar& remembered, const law::Library& law);

// As acts hold it.
JsonArray to_json(const CalendarYears& years);
// The numbers of the notices of years that the earlier one had not, or had otherwise.
std::string notices_between(const CalendarYears& before, const CalendarYears& now);

// "desk.load_calendar". Refused "desk.calendar_known".
Result<ledger::Draft> load_calendar(const access::Occasion& occasion);
Result<void> apply_load_calendar(sql::Session& session, const ledger::Act& act);
// "desk.finish_recount": of the newest. Refused "desk.calendar_known" where it is complete.
Result<ledger::Draft> finish_recount(const access::Occasion& occasion);
Result<void> apply_finish_recount(sql::Session& session, const ledger::Act& act);

// For the apply of the opening: the calendar that it remembers; none in older acts.
Result<void> remember_calendar(sql::Session& session, const ledger::Act& act,
                               const JsonObject& body);

}  // namespace credit::desk
