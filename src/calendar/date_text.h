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

// What people type: 2017-12-22, 2017/12/22, 2017.12.22, 20171222, 2017年12月22日, with single-digit
// months and days and a trailing time of 00:00:00. InvalidInput "calendar.not_a_date".
Result<Date> parse_typed_date(std::string_view text);

}  // namespace credit::calendar
