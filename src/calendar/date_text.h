// Dates as text: ISO 8601 in stores and answers, and the ways in which people type them.

#pragma once

#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::calendar {

// "2026-04-01".
std::string to_text(Date day);
// "2026年4月1日".
std::string to_chinese(Date day);

// ISO only: what stores and programs write. InvalidInput "calendar.not_a_date".
Result<Date> parse_date(std::string_view text);

// As people type it: 2017-12-22, 2017/12/2, 2017.12.22, 20171222, 2017年12月22日; then midnight, or
// a time with its zone: the day in China. "calendar.not_a_date", "calendar.time_without_zone".
Result<Date> parse_typed_date(std::string_view text);

}  // namespace credit::calendar
