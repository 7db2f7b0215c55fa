#include "sheets/xlsx/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "sheets/reader.h"
#include "sheets/xlsx/number_formats.h"

namespace credit::sheets::xlsx {
namespace {

constexpr int digits_kept = 15;  // by a spreadsheet
constexpr int longest_plain = 30;
constexpr std::int64_t seconds_of_day = 86'400;
constexpr std::int64_t last_serial = 2'958'465;  // 9999-12-31
constexpr std::int64_t days_from_1900_to_1904 = 1'462;
constexpr std::int64_t leap_day_of_1900 = 60;  // which a spreadsheet thinks there was

// "-1.23450000000000e+05" without its sign: the digits, and the place of the point after them.
struct Decimal {
    std::string digits;
    int point = 0;
};

Decimal decimal_of(double magnitude) {
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                       std::chars_format::scientific, digits_kept - 1);
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data()));
    const auto e = text.find('e');
    Decimal decimal{.digits = std::string(text.substr(0, 1)) + std::string(text.substr(2, e - 2)),
                    .point = std::atoi(text.data() + e + 1) + 1};
    decimal.digits.resize(decimal.digits.find_last_not_of('0') + 1);
    return decimal;
}

std::string plain_digits(double number) {
    if (number == 0) return "0";
    auto [digits, point] = decimal_of(std::abs(number));
    if (std::abs(point) > longest_plain) {
        std::array<char, 40> buffer{};
        auto* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
        return {buffer.data(), end};
    }
    if (point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        point = 1;
    }
    const auto whole = static_cast<std::size_t>(point);
    if (digits.size() < whole) digits.append(whole - digits.size(), '0');
    if (digits.size() > whole) digits.insert(whole, 1, '.');
    return number < 0 ? "-" + digits : digits;
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_text(std::int64_t seconds) {
    return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':' +
           two_digits(seconds % 60);
}

std::optional<std::string> date_text(std::int64_t serial, bool counts_from_1904) {
    using std::chrono::days;
    using namespace std::chrono_literals;
    if (counts_from_1904) {
        if (serial > last_serial - days_from_1900_to_1904) return std::nullopt;
        return calendar::to_text(Date{1904y / 1 / 1} + days{serial});
    }
    if (serial < 1 || serial == leap_day_of_1900) return std::nullopt;
    const days since{serial < leap_day_of_1900 ? serial + 1 : serial};
    return calendar::to_text(Date{1899y / 12 / 30} + since);
}

std::optional<std::string> moment_text(double number, NumberForm form, bool counts_from_1904) {
    if (!(number >= 0) || number > static_cast<double>(last_serial) + 1) return std::nullopt;
    const auto seconds = std::llround(number * static_cast<double>(seconds_of_day));
    const std::int64_t clock = seconds % seconds_of_day;
    if (form == NumberForm::Time) return clock_text(seconds);
    const std::int64_t serial = seconds / seconds_of_day;
    if (serial > last_serial) return std::nullopt;
    auto text = date_text(serial, counts_from_1904);
    if (text && form == NumberForm::DateTime && clock != 0) *text += 'T' + clock_text(clock);
    return text;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

NumberText number_text(std::string_view raw, NumberForm form, bool counts_from_1904) {
    double number = 0;
    const auto parsed = std::from_chars(raw.data(), raw.data() + raw.size(), number);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == raw.data() + raw.size();
    if (!whole || !std::isfinite(number)) return {.text = std::string(raw), .kind = CellKind::Text};
    if (form != NumberForm::Plain) {
        if (auto text = moment_text(number, form, counts_from_1904)) {
            return {.text = *std::move(text), .kind = CellKind::Date};
        }
    }
    if (std::abs(number) < 1e15) return {.text = plain_digits(number), .kind = CellKind::Number};
    // Other programs than a spreadsheet may have written all digits; they still show rounded.
    const bool spelled_out = raw.size() <= longest_plain && all_digits(raw);
    return {.text = spelled_out ? std::string(raw) : plain_digits(number),
            .kind = CellKind::RoundedNumber};
}

std::string iso_date_text(std::string_view raw) {
    constexpr std::string_view midnight = "T00:00:00";
    constexpr std::size_t date_length = 10;
    if (const auto end = raw.find_first_of(".Z+", date_length); end != std::string_view::npos) {
        raw = raw.substr(0, end);
    }
    if (raw.size() > midnight.size() && raw.ends_with(midnight)) {
        raw.remove_suffix(midnight.size());
    }
    return std::string(raw);
}

}  // namespace credit::sheets::xlsx
