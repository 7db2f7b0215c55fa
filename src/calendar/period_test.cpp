// Periods are constant expressions, so the compiler is their test runner.

#include "calendar/period.h"

#include <chrono>

#include "foundation/clock.h"

namespace credit::calendar {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::months;
using std::chrono::years;

// The day of the month is kept where the last month has it,
static_assert(last_day_of_period(2026y / 4 / 10, months{3}) == Date{2026y / 7 / 10});
// is the month's last day where it has not,
static_assert(last_day_of_period(2026y / 1 / 31, months{1}) == Date{2026y / 2 / 28});
static_assert(last_day_of_period(2027y / 11 / 30, months{3}) == Date{2028y / 2 / 29});
static_assert(last_day_of_period(2028y / 2 / 29, years{1}) == Date{2029y / 2 / 28});
// and a year is twelve months.
static_assert(last_day_of_period(2026y / 4 / 1, years{1}) ==
              last_day_of_period(2026y / 4 / 1, months{12}));
// A period of days does not count the day it begins on.
static_assert(last_day_of_period(2026y / 4 / 1, days{15}) == Date{2026y / 4 / 16});
static_assert(day_after(2026y / 12 / 31) == Date{2027y / 1 / 1});

}  // namespace
}  // namespace credit::calendar
