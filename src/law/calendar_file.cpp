#include "law/calendar_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::law {
namespace {

std::unexpected<Error> broken(int year, std::string_view what) {
    return fail(ErrorCode::InvalidInput, "law.calendar_broken",
                {std::to_string(year), std::string(what)});
}

Result<std::vector<Date>> read_spans(const TomlTable& entry, int year, std::string_view name) {
    std::vector<Date> days;
    for (const auto& span : TRY(entry.texts(name))) {
        for (const Date day : TRY(days_of_span(year, span))) days.push_back(day);
    }
    return days;
}

Result<calendar::CalendarYear> read_year(const TomlTable& entry) {
    TRY(entry.refuse_unknown({"year", "notice", "amended_by", "number_status", "off", "worked"}));
    const auto year = static_cast<int>(TRY(entry.integer("year")));
    calendar::CalendarYear read{.year = year,
                                .off = TRY(read_spans(entry, year, "off")),
                                .worked = TRY(read_spans(entry, year, "worked")),
                                .notice = TRY(entry.text_or("notice", ""))};
    for (const Date day : read.worked) {
        const std::chrono::weekday weekday{day};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) {
            return broken(year, calendar::to_text(day));
        }
        if (std::ranges::find(read.off, day) != read.off.end()) {
            return broken(year, calendar::to_text(day));
        }
    }
    return read;
}

}  // namespace

Result<std::vector<Date>> days_of_span(int year, std::string_view span) {
    const auto dots = span.find("..");
    const auto first_text = span.substr(0, dots);
    const auto last_text = dots == std::string_view::npos ? span : span.substr(dots + 2);
    const auto first = calendar::parse_date(fmt::format("{}-{}", year, first_text));
    const auto last = calendar::parse_date(fmt::format("{}-{}", year, last_text));
    if (!first || !last || *last < *first) return broken(year, span);
    std::vector<Date> days;
    for (Date day = *first; day <= *last; day = calendar::day_after(day)) days.push_back(day);
    return days;
}

Result<std::vector<calendar::CalendarYear>> read_calendar_years() {
    std::vector<calendar::CalendarYear> years;
    for (const auto& file : TRY(read_toml_files("law/calendar.toml"))) {
        for (const auto* entry : TRY(file.tables("year"))) {
            auto year = TRY(read_year(*entry));
            if (!years.empty() && year.year != years.back().year + 1) {
                return broken(year.year, "year");
            }
            years.push_back(std::move(year));
        }
    }
    if (years.empty()) return broken(0, "year");
    return years;
}

}  // namespace credit::law
