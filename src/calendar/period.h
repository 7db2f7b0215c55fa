// Legal periods (期间): the last day of a period counted in days, months or years.
//
// A period of working days needs the official calendar: working_days.h.
//
// Law:     civil-code-2020 art. 201 — the first day is not counted
//          civil-code-2020 art. 202 — a period of months or years ends on the corresponding day of
//          its last month, or on that month's last day where there is none
// Reading: decision 0110 applies them to administrative texts that do not say how to count.

#pragma once

#include <chrono>

#include "foundation/clock.h"

namespace credit::calendar {

// A length as the law writes it: three months is never ninety days.
enum class Unit { Years, Months, Days, WorkingDays };

struct Period {
    int amount = 0;
    Unit unit = Unit::Days;

    bool operator==(const Period&) const = default;
};

constexpr Date last_day_of_period(Date start, std::chrono::months duration) {
    // civil-code-2020 art. 202: the corresponding day of the last month …
    const auto corresponding_day = std::chrono::year_month_day{start} + duration;
    if (corresponding_day.ok()) return Date{corresponding_day};

    // … or, where that month lacks it, its last day.
    return Date{corresponding_day.year() / corresponding_day.month() / std::chrono::last};
}

constexpr Date last_day_of_period(Date start, std::chrono::days duration) {
    // civil-code-2020 art. 201: the day it begins on is not counted.
    return start + duration;
}

constexpr Date day_after(Date date) {
    return date + std::chrono::days{1};
}

}  // namespace credit::calendar
