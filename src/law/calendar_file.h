// The official calendar as law/calendar.toml writes it.

#pragma once

#include <string_view>
#include <vector>

#include "calendar/working_days.h"
#include "foundation/result.h"

namespace credit::law {

// Every year in turn. InvalidInput "law.calendar_broken" (year, what is wrong) when a year is left
// out, a day off is worked, or a day worked is no weekend day; and the faults of the reader.
Result<std::vector<calendar::CalendarYear>> read_calendar_years();

// "09-29..10-06", "12-31". InvalidInput "law.calendar_broken".
Result<std::vector<Date>> days_of_span(int year, std::string_view span);

}  // namespace credit::law
