#include "identity/resident_identity_number.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/short_text.h"
#include "identity/check_characters.h"

namespace credit::identity {
namespace {

// Nobody is known to have lived longer; not a number of law.
constexpr std::chrono::years greatest_age{130};

std::unexpected<Error> wrong_number(std::string_view word) {
    return fail(ErrorCode::InvalidInput, word);
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) value = (value * 10) + static_cast<unsigned>(digit - '0');
    return value;
}

std::chrono::year_month_day birth_date(std::string_view text) {
    return std::chrono::year{static_cast<int>(number(text.substr(6, 4)))} /
           std::chrono::month{number(text.substr(10, 2))} /
           std::chrono::day{number(text.substr(12, 2))};
}

// The first character that is not a digit, counted from 1.
std::optional<std::size_t> foreign_character(std::string_view digits) {
    const std::size_t at = digits.find_first_not_of("0123456789");
    if (at == std::string_view::npos) return std::nullopt;
    return at + 1;
}

Result<void> check_birth_date(std::string_view text, Date today) {
    const auto born = birth_date(text);
    if (!born.ok()) return wrong_number("identity.birth_date_not_real");
    if (Date{born} > today) return wrong_number("identity.birth_date_in_future");
    const std::chrono::year_month_day now{today};
    if (born.year() < now.year() - greatest_age) return wrong_number("identity.birth_date_too_old");
    return {};
}

// GB/T 2260, first two digits; a first 9 stands for foreigners.
constexpr std::string_view provinces =
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 "
    "71 81 82 83";

}  // namespace

Result<ResidentIdentityNumber> ResidentIdentityNumber::parse(std::string_view text, Date today) {
    if (text.size() != length) {
        return fail(ErrorCode::InvalidInput, "identity.resident_length",
                    {std::to_string(text.size())});
    }
    auto foreign = foreign_character(text.substr(0, length - 1));
    if (!foreign && text.back() != 'X' && foreign_character(text.substr(length - 1))) {
        foreign = length;
    }
    if (foreign) {
        return fail(ErrorCode::InvalidInput, "identity.resident_character",
                    {std::to_string(*foreign)});
    }
    TRY(check_birth_date(text, today));
    if (text.back() != resident_check(text.substr(0, length - 1))) {
        return wrong_number("identity.resident_check");
    }
    return ResidentIdentityNumber(text);
}

Result<ResidentIdentityNumber> ResidentIdentityNumber::from_old_number(std::string_view text,
                                                                       Date today) {
    if (text.size() != old_length) {
        return fail(ErrorCode::InvalidInput, "identity.resident_length",
                    {std::to_string(text.size())});
    }
    if (const auto foreign = foreign_character(text)) {
        return fail(ErrorCode::InvalidInput, "identity.resident_character",
                    {std::to_string(*foreign)});
    }
    ShortText<length> converted(text.substr(0, 6));
    for (const char digit : std::string_view("19")) converted.push_back(digit);
    for (const char digit : text.substr(6)) converted.push_back(digit);
    converted.push_back(resident_check(converted.view()));
    return parse(converted.view(), today);
}

Date ResidentIdentityNumber::born_on() const {
    return Date{birth_date(text_.view())};
}

bool ResidentIdentityNumber::of_citizen() const {
    const std::string_view first = text_.view().substr(0, 6);
    return first.front() != '9' && first != "810000" && first != "820000" && first != "830000";
}

AreaCodes::AreaCodes(std::vector<std::string> current, std::vector<std::string> historical)
    : current_(std::move(current)), historical_(std::move(historical)) {
    std::ranges::sort(current_);
    std::ranges::sort(historical_);
}

Grounds AreaCodes::warnings_of(std::string_view area) const {
    if (area.starts_with('9')) return {};
    const std::string_view province = area.substr(0, 2);
    if (!provinces.contains(province)) return {{.word = "identity.province_unknown"}};
    if (!covers(province) || std::ranges::binary_search(current_, area)) return {};
    const bool once = std::ranges::binary_search(historical_, area);
    return {{.word = once ? "identity.area_historical" : "identity.area_unknown",
             .arguments = {std::string(area)}}};
}

bool AreaCodes::covers(std::string_view province) const {
    return std::ranges::any_of(
        current_, [province](const std::string& code) { return code.starts_with(province); });
}

}  // namespace credit::identity
