// Working days (工作日) of the official calendar, and the last day of any legal period.
//
// Monday to Friday, save the days off, and the weekend days worked, of each year's notice. A year
// without a notice counts weekends only and its answers are provisional (暂定): nothing adverse may
// rest on them. Plain data in, so that this folder needs no law; law/ builds it from its files.
//
// Law:     civil-code-2020 art. 201 — the first day is not counted
//          civil-code-2020 art. 203 — a period whose last day is a day off ends with the next day
//          that is not
// Reading: decision 0111: years without a notice.

#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "foundation/clock.h"

namespace credit::calendar {

// One year's notice.
struct CalendarYear {
    int year = 0;
    std::vector<Date> off;     // 放假
    std::vector<Date> worked;  // 调休上班
    std::string notice = {};   // its number; empty where it is not known

    bool operator==(const CalendarYear&) const = default;
};

struct DueDay {
    Date day;
    bool provisional = false;  // a year without a notice was counted through

    bool operator==(const DueDay&) const = default;
};

struct WorkingDayCount {
    int days = 0;
    bool provisional = false;

    bool operator==(const WorkingDayCount&) const = default;
};

// What becomes of the last day of a calendar-day period when it is a day off.
enum class LastDayOff { Keep, NextWorkingDay };

class WorkingCalendar {
public:
    // Knows no year: weekends only, and every answer is provisional.
    WorkingCalendar() = default;
    // The years follow one another without a gap.
    explicit WorkingCalendar(const std::vector<CalendarYear>& years);

    // Whether a notice covers the day's year.
    bool is_known(Date day) const;
    // The first day that a notice covers, and the last.
    Date known_from() const { return first_; }
    Date known_through() const { return last_; }

    bool is_working_day(Date day) const;

    // The n-th working day after the start day, which itself is not counted; n is not negative.
    DueDay add_working_days(Date start, int n) const;
    // Working days after `start` up to and with `end`; none when `end` is not later.
    WorkingDayCount working_days_between(Date start, Date end) const;
    // The day itself when it is worked, or the next that is.
    DueDay next_working_day(Date day) const;

    // The last day of a period that begins on `start`. What runs against the subject is kept, and
    // not moved to a later day.
    DueDay last_day_of(Period period, Date start, LastDayOff rule = LastDayOff::Keep) const;

private:
    Date first_{std::chrono::days{1}};
    Date last_{};
    std::vector<bool> worked_;  // for each day from first_ through last_
};

}  // namespace credit::calendar
