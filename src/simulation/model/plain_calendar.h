// The calendar as one reads it from the wall: days off and days worked as law/calendar.toml names
// them, and periods counted day by day on the fingers.
//
// It shares nothing with calendar/ but the file of the notices, so that a mistake there shows.
//
// Law: civil-code-2020 art. 201, 202, 203 — the first day is not counted; a period of months or
//      years ends on the corresponding day, or on the month's last; a last day off gives way

#pragma once

#include <set>

#include "calendar/period.h"
#include "foundation/clock.h"

namespace credit::simulation {

struct PlainDay {
    Date day{};
    bool provisional = false;  // counted through a year that no notice covers
};

class PlainCalendar {
public:
    // Stops the process when the file of the notices cannot be read.
    PlainCalendar();

    bool covered(Date day) const { return first_ <= day && day <= last_; }
    bool worked(Date day) const;
    // The last day of a period that begins on `start`.
    PlainDay end_of(const calendar::Period& period, Date start) const;
    // The same; a last day that is a day off gives way to the next that is not.
    PlainDay end_of_in_favour(const calendar::Period& period, Date start) const;
    // The day itself, or the next that is worked.
    PlainDay next_worked(Date day) const;

private:
    std::set<Date> off_;
    std::set<Date> extra_;  // weekend days worked
    Date first_{};
    Date last_{};
};

}  // namespace credit::simulation
