#include "calendar/date_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::calendar {
namespace {

using std::chrono::year_month_day;

std::unexpected<Error> not_a_date() {
    return fail(ErrorCode::InvalidInput, "calendar.not_a_date");
}

// Takes between `least` and `most` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    while (length < text.size() && length < most && text[length] >= '0' && text[length] <= '9') {
        ++length;
    }
    if (length < least) return std::nullopt;
    int number = 0;
    const std::string_view digits = text.substr(0, length);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    text.remove_prefix(length);
    return number;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

Result<Date> date_of(int year, int month, int day) {
    const year_month_day date{std::chrono::year{year},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return not_a_date();
    return Date{date};
}

struct Separators {
    std::string_view after_year;
    std::string_view after_month;
    std::string_view after_day;
};

// Midnight says nothing and is dropped; any other time does not belong to a date.
std::string_view without_midnight(std::string_view text) {
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00"}) {
        if (text.ends_with(midnight)) return text.substr(0, text.size() - midnight.size());
    }
    return text;
}

}  // namespace

std::string to_text(Date day) {
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_chinese(Date day) {
    const year_month_day date{day};
    return fmt::format("{}年{}月{}日", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<Date> parse_date(std::string_view text) {
    const auto year = take_number(text, 4, 4);
    if (!year || !take(text, "-")) return not_a_date();
    const auto month = take_number(text, 2, 2);
    if (!month || !take(text, "-")) return not_a_date();
    const auto day = take_number(text, 2, 2);
    if (!day || !text.empty()) return not_a_date();
    return date_of(*year, *month, *day);
}

Result<Date> parse_typed_date(std::string_view text) {
    text = without_midnight(text);
    constexpr std::array ways{
        Separators{.after_year = "-", .after_month = "-", .after_day = ""},
        Separators{.after_year = "/", .after_month = "/", .after_day = ""},
        Separators{.after_year = ".", .after_month = ".", .after_day = ""},
        Separators{.after_year = "年", .after_month = "月", .after_day = "日"}};
    const auto year = take_number(text, 4, 4);
    if (!year) return not_a_date();
    for (const auto& way : ways) {
        if (!take(text, way.after_year)) continue;
        const auto month = take_number(text, 1, 2);
        if (!month || !take(text, way.after_month)) return not_a_date();
        const auto day = take_number(text, 1, 2);
        if (!day || !take(text, way.after_day) || !text.empty()) return not_a_date();
        return date_of(*year, *month, *day);
    }
    const auto month = take_number(text, 2, 2);
    const auto day = take_number(text, 2, 2);
    if (!month || !day || !text.empty()) return not_a_date();
    return date_of(*year, *month, *day);
}

}  // namespace credit::calendar
