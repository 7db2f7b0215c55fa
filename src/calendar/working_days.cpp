#include "calendar/working_days.h"

#include <chrono>
#include <cstddef>
#include <vector>

#include "calendar/period.h"
#include "foundation/check.h"
#include "foundation/clock.h"

namespace credit::calendar {
namespace {

bool is_weekend(Date day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::size_t index_of(Date first, Date day) {
    return static_cast<std::size_t>((day - first).count());
}

}  // namespace

WorkingCalendar::WorkingCalendar(const std::vector<CalendarYear>& years) {
    CHECK(!years.empty());
    first_ = std::chrono::year{years.front().year} / 1 / 1;
    last_ = std::chrono::year{years.back().year} / 12 / 31;
    for (Date day = first_; day <= last_; day = day_after(day)) worked_.push_back(!is_weekend(day));

    int expected = years.front().year;
    for (const auto& year : years) {
        CHECK(year.year == expected++);
        for (const Date day : year.off) worked_.at(index_of(first_, day)) = false;
        for (const Date day : year.worked) worked_.at(index_of(first_, day)) = true;
    }
}

bool WorkingCalendar::is_known(Date day) const {
    return first_ <= day && day <= last_;
}

bool WorkingCalendar::is_working_day(Date day) const {
    return is_known(day) ? worked_[index_of(first_, day)] : !is_weekend(day);
}

DueDay WorkingCalendar::add_working_days(Date start, int n) const {
    CHECK(n >= 0);
    DueDay due{.day = start, .provisional = false};
    while (n > 0) {
        // civil-code-2020 art. 201: the first day is not counted.
        due.day = day_after(due.day);
        due.provisional = due.provisional || !is_known(due.day);
        if (is_working_day(due.day)) --n;
    }
    return due;
}

WorkingDayCount WorkingCalendar::working_days_between(Date start, Date end) const {
    WorkingDayCount count;
    for (Date day = day_after(start); day <= end; day = day_after(day)) {
        count.provisional = count.provisional || !is_known(day);
        if (is_working_day(day)) ++count.days;
    }
    return count;
}

DueDay WorkingCalendar::next_working_day(Date day) const {
    DueDay due{.day = day, .provisional = !is_known(day)};
    while (!is_working_day(due.day)) {
        due.day = day_after(due.day);
        due.provisional = due.provisional || !is_known(due.day);
    }
    return due;
}

DueDay WorkingCalendar::last_day_of(Period period, Date start, LastDayOff rule) const {
    if (period.unit == Unit::WorkingDays) return add_working_days(start, period.amount);

    Date last = start;
    switch (period.unit) {
        case Unit::Years:
            last = last_day_of_period(start, std::chrono::years{period.amount});
            break;
        case Unit::Months:
            last = last_day_of_period(start, std::chrono::months{period.amount});
            break;
        case Unit::Days:
        case Unit::WorkingDays:
            last = last_day_of_period(start, std::chrono::days{period.amount});
            break;
    }
    // civil-code-2020 art. 203: a last day that is a day off gives way to the next that is not.
    if (rule == LastDayOff::NextWorkingDay) return next_working_day(last);
    return {.day = last, .provisional = false};
}

}  // namespace credit::calendar
