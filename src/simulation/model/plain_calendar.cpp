#include "simulation/model/plain_calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <set>
#include <string>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "law/toml_reader.h"

namespace credit::simulation {
namespace {

constexpr std::chrono::days one_day{1};

struct WrittenDay {
    int year;
    int month;
    int day;
};

WrittenDay written(Date date) {
    const std::chrono::year_month_day parts(date);
    return {.year = static_cast<int>(parts.year()),
            .month = static_cast<int>(static_cast<unsigned>(parts.month())),
            .day = static_cast<int>(static_cast<unsigned>(parts.day()))};
}

int length_of(int year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2 && leap) return 29;
    return lengths.at(static_cast<std::size_t>(month - 1));
}

Date date_of(const WrittenDay& day) {
    return Date(std::chrono::year{day.year} / day.month / day.day);
}

Date months_later(Date start, int months) {
    WrittenDay day = written(start);
    for (int passed = 0; passed < months; ++passed) {
        if (++day.month > 12) {
            day.month = 1;
            ++day.year;
        }
    }
    day.day = std::min(day.day, length_of(day.year, day.month));
    return date_of(day);
}

// "05-01..05-05", or "01-01".
void mark(std::set<Date>& days, int year, const std::string& span) {
    const auto day_at = [&](std::size_t place) {
        return *calendar::parse_date(std::to_string(year) + "-" + span.substr(place, 5));
    };
    const Date last = day_at(span.size() - 5);
    for (Date day = day_at(0); day <= last; day += one_day) days.insert(day);
}

}  // namespace

PlainCalendar::PlainCalendar() {
    const auto files = law::read_toml_files("law/calendar.toml");
    CHECK(files.has_value() && files->size() == 1);
    const auto years = files->front().tables("year");
    CHECK(years.has_value() && !years->empty());
    first_ =
        date_of({.year = static_cast<int>(*years->front()->integer("year")), .month = 1, .day = 1});
    last_ = date_of(
        {.year = static_cast<int>(*years->back()->integer("year")), .month = 12, .day = 31});
    for (const auto* notice : *years) {
        const int year = static_cast<int>(*notice->integer("year"));
        const auto off = notice->texts("off");
        const auto worked = notice->texts("worked");
        CHECK(off.has_value() && worked.has_value());
        for (const auto& span : *off) mark(off_, year, span);
        for (const auto& span : *worked) mark(extra_, year, span);
    }
}

bool PlainCalendar::worked(Date day) const {
    if (extra_.contains(day)) return true;
    if (off_.contains(day)) return false;
    const std::chrono::weekday weekday(day);
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

PlainDay PlainCalendar::end_of(const calendar::Period& period, Date start) const {
    PlainDay end{.day = start};
    switch (period.unit) {
        case calendar::Unit::Years:
            end.day = months_later(start, 12 * period.amount);
            break;
        case calendar::Unit::Months:
            end.day = months_later(start, period.amount);
            break;
        case calendar::Unit::Days:
            for (int passed = 0; passed < period.amount; ++passed) end.day += one_day;
            break;
        case calendar::Unit::WorkingDays:
            for (int passed = 0; passed < period.amount;) {
                end.day += one_day;
                if (!covered(end.day)) end.provisional = true;
                if (worked(end.day)) ++passed;
            }
            break;
    }
    return end;
}

PlainDay PlainCalendar::end_of_in_favour(const calendar::Period& period, Date start) const {
    const PlainDay end = end_of(period, start);
    return period.unit == calendar::Unit::WorkingDays ? end : next_worked(end.day);
}

PlainDay PlainCalendar::next_worked(Date day) const {
    PlainDay next{.day = day, .provisional = !covered(day)};
    while (!worked(next.day)) {
        next.day += one_day;
        if (!covered(next.day)) next.provisional = true;
    }
    return next;
}

}  // namespace credit::simulation
