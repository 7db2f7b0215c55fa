#include "calendar/date_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

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

std::optional<int> take_number_below(std::string_view& text, std::size_t least, int limit) {
    const auto number = take_number(text, least, 2);
    return number && *number < limit ? number : std::nullopt;
}

// "Z", "+08", "+0800", "-03:30".
std::optional<std::chrono::minutes> read_offset(std::string_view text) {
    if (text == "Z") return std::chrono::minutes{0};
    const bool west = text.starts_with('-');
    if (!take(text, "+") && !take(text, "-")) return std::nullopt;
    const auto hours = take_number_below(text, 2, 15);
    if (!hours) return std::nullopt;
    std::chrono::minutes offset = std::chrono::hours{*hours};
    take(text, ":");
    if (!text.empty()) {
        const auto minutes = take_number_below(text, 2, 60);
        if (!minutes || !text.empty()) return std::nullopt;
        offset += std::chrono::minutes{*minutes};
    }
    return west ? -offset : offset;
}

// A fraction of a second moves no day.
std::optional<std::chrono::seconds> take_time(std::string_view& text) {
    const auto hours = take_number_below(text, 1, 24);
    if (!hours || !take(text, ":")) return std::nullopt;
    const auto minutes = take_number_below(text, 2, 60);
    if (!minutes) return std::nullopt;
    std::chrono::seconds time = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    if (!take(text, ":")) return time;
    const auto seconds = take_number_below(text, 2, 60);
    if (!seconds) return std::nullopt;
    if (take(text, ".")) {
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0) return std::nullopt;
        text.remove_prefix(digits);
    }
    return time + std::chrono::seconds{*seconds};
}

// Midnight says nothing. Another time makes a day of China only where its zone is said: what a
// program exports may be the time of Greenwich.
Result<Date> day_at(Date day, std::string_view text) {
    while (take(text, " ")) continue;
    const auto time = take_time(text);
    if (!time) return not_a_date();
    while (take(text, " ")) continue;
    if (text.empty()) {
        if (*time != std::chrono::seconds{0}) {
            return fail(ErrorCode::InvalidInput, "calendar.time_without_zone");
        }
        return day;
    }
    const auto offset = read_offset(text);
    if (!offset) return not_a_date();
    const std::chrono::milliseconds since = day.time_since_epoch() + *time - *offset;
    const Date in_china = day_of(Instant{since.count()});
    const auto year = static_cast<int>(year_month_day{in_china}.year());
    if (year < 0 || year > 9999) return not_a_date();
    return in_china;
}

Result<Date> parse_day(std::string_view text) {
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
    const auto end = std::min(text.find_first_of(" T"), text.size());
    const Date day = TRY(parse_day(text.substr(0, end)));
    if (end == text.size()) return day;
    return day_at(day, text.substr(end + 1));
}

}  // namespace credit::calendar
