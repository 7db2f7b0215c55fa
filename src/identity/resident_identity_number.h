// Resident identity number (公民身份号码), and the numbers made on its pattern: residence permits
// of residents of Hong Kong, Macau and Taiwan (810000, 820000, 830000) and the permanent residence
// card of foreigners in its form of 2023 (first digit 9).
//
// It encodes the holder's birth date and sex, and is itself personal information: there is no
// stream, text or JSON of it. reveal() is for the keyed hash and the vault, nothing else. The sex
// is not read.
//
// Standard: GB 11643-1999
// Reading:  the area is where the holder was first registered, so an area that exists no longer is
//           no fault: AreaCodes warns, nothing rejects.

#pragma once

#include <compare>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/short_text.h"

namespace credit::identity {

class ResidentIdentityNumber {
public:
    static constexpr std::size_t length = 18;
    static constexpr std::size_t old_length = 15;

    // The last X must be capital; `today` bounds the birth date. InvalidInput names the first thing
    // that is wrong: "identity.resident_length", "identity.resident_character",
    // "identity.birth_date_not_real", "identity.birth_date_in_future",
    // "identity.birth_date_too_old", "identity.resident_check".
    static Result<ResidentIdentityNumber> parse(std::string_view text, Date today);

    // A first-generation number of fifteen digits (without century and check), invalid as proof
    // since 2013: the number of eighteen that its holder would have got. The same errors.
    static Result<ResidentIdentityNumber> from_old_number(std::string_view text, Date today);

    std::string_view area() const { return text_.view().substr(0, 6); }
    Date born_on() const;
    // Of a resident of Hong Kong, Macau or Taiwan, or of a foreigner with permanent residence.
    bool of_citizen() const;

    std::string_view reveal() const { return text_.view(); }

    auto operator<=>(const ResidentIdentityNumber&) const = default;
    friend std::ostream& operator<<(std::ostream&, const ResidentIdentityNumber&) = delete;

private:
    explicit ResidentIdentityNumber(std::string_view text) : text_(text) {}

    ShortText<length> text_;
};

// Area codes (行政区划代码, GB/T 2260), and what is worth telling an officer about one: warnings,
// on which nothing is refused. Of the provinces whose areas are known; others are not judged beyond
// their first two digits.
class AreaCodes {
public:
    AreaCodes(std::vector<std::string> current, std::vector<std::string> historical);

    // Empty, or one of "identity.area_historical" (the area), "identity.area_unknown" (the area),
    // "identity.province_unknown".
    Grounds warnings_of(std::string_view area) const;

private:
    bool covers(std::string_view province) const;

    std::vector<std::string> current_;
    std::vector<std::string> historical_;
};

}  // namespace credit::identity
