#include "identity/resident_identity_number.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

#include "identity/check_characters.h"
#include "identity/minority.h"

namespace credit::identity {
namespace {

using namespace std::chrono_literals;
using std::chrono::years;

constexpr Date today = 2026y / 11 / 23;

// A number of that area and birth date with its right check.
std::string number(std::string_view area, std::string_view born) {
    const std::string seventeen = std::string(area).append(born).append("003");
    return seventeen + resident_check(seventeen);
}

std::string fault(std::string_view text, Date day = today) {
    const auto parsed = ResidentIdentityNumber::parse(text, day);
    return parsed ? "" : parsed.error().grounds.front().word;
}

template <typename T>
concept Streamable = requires(std::ostream& out, const T& value) { out << value; };
static_assert(!Streamable<ResidentIdentityNumber>);

TEST(ResidentIdentityNumber, AcceptsTheSamples) {
    EXPECT_EQ(fault("11010519491231002X"), "");
    const auto parsed = ResidentIdentityNumber::parse("11010519491231002X", today);
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->born_on(), Date{1949y / 12 / 31});
    EXPECT_EQ(parsed->area(), "110105");
    EXPECT_TRUE(parsed->of_citizen());
    // The second sample's holder would be 146 years old.
    EXPECT_EQ(fault("440524188001010014"), "identity.birth_date_too_old");
    EXPECT_EQ(fault("440524188001010014", 2010y / 12 / 31), "");
}

TEST(ResidentIdentityNumber, NamesTheFirstThingThatIsWrong) {
    EXPECT_EQ(fault("1101051949123100"), "identity.resident_length");
    EXPECT_EQ(fault("11010519491231002x"), "identity.resident_character");
    EXPECT_EQ(fault("1101O519491231002X"), "identity.resident_character");
    EXPECT_EQ(fault(number("370102", "19900230")), "identity.birth_date_not_real");
    EXPECT_EQ(fault(number("370102", "19901301")), "identity.birth_date_not_real");
    EXPECT_EQ(fault("110105194912310021"), "identity.resident_check");
}

TEST(ResidentIdentityNumber, BoundsTheBirthDate) {
    EXPECT_EQ(fault(number("370102", "20261123")), "");
    EXPECT_EQ(fault(number("370102", "20261124")), "identity.birth_date_in_future");
    EXPECT_EQ(fault(number("370102", "18960101")), "");
    EXPECT_EQ(fault(number("370102", "18951231")), "identity.birth_date_too_old");
    EXPECT_EQ(fault(number("370102", "20240229")), "");
    EXPECT_EQ(fault(number("370102", "20230229")), "identity.birth_date_not_real");
}

TEST(ResidentIdentityNumber, CatchesEverySingleChange) {
    const std::string sound = number("370102", "19900215");
    for (std::size_t at = 0; at < sound.size(); ++at) {
        for (const char other : std::string_view("0123456789")) {
            std::string changed = sound;
            changed[at] = other;
            EXPECT_EQ(fault(changed).empty(), changed == sound) << at << other;
        }
    }
}

TEST(ResidentIdentityNumber, KnowsPermitsMadeOnItsPattern) {
    for (const std::string_view area : {"810000", "820000", "830000", "937156"}) {
        const auto parsed = ResidentIdentityNumber::parse(number(area, "19850607"), today);
        ASSERT_TRUE(parsed.has_value()) << area;
        EXPECT_FALSE(parsed->of_citizen()) << area;
        EXPECT_EQ(parsed->born_on(), Date{1985y / 6 / 7});
    }
}

TEST(ResidentIdentityNumber, ConvertsAnOldNumber) {
    const auto parsed = ResidentIdentityNumber::from_old_number("110105491231002", today);
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->reveal(), "11010519491231002X");
    EXPECT_FALSE(ResidentIdentityNumber::from_old_number("110105491331002", today).has_value());
    EXPECT_FALSE(ResidentIdentityNumber::from_old_number("11010549123100", today).has_value());
    EXPECT_FALSE(ResidentIdentityNumber::from_old_number("1101054912310O2", today).has_value());
}

TEST(AreaCodes, WarnsAndNeverRejects) {
    const AreaCodes areas({"370102", "370116"}, {"371202"});
    const auto word = [&areas](std::string_view area) {
        const Grounds warnings = areas.warnings_of(area);
        return warnings.empty() ? std::string() : warnings.front().word;
    };
    EXPECT_EQ(word("370102"), "");
    EXPECT_EQ(word("371202"), "identity.area_historical");  // 莱城 before 2019
    EXPECT_EQ(word("379999"), "identity.area_unknown");
    EXPECT_EQ(word("110105"), "");  // another province: not judged
    EXPECT_EQ(word("990000"), "");  // a foreigner's card
    EXPECT_EQ(word("260000"), "identity.province_unknown");
    EXPECT_EQ(word("000000"), "identity.province_unknown");
}

// Minority ends on the birthday,
static_assert(was_minor(2008y / 6 / 1, 2026y / 5 / 31, years{18}));
static_assert(!was_minor(2008y / 6 / 1, 2026y / 6 / 1, years{18}));
// that of a leap day in a year without it on 1 March.
static_assert(was_minor(2008y / 2 / 29, 2026y / 2 / 28, years{18}));
static_assert(!was_minor(2008y / 2 / 29, 2026y / 3 / 1, years{18}));
static_assert(was_minor(2008y / 2 / 29, 2028y / 2 / 28, years{20}));
static_assert(!was_minor(2008y / 2 / 29, 2028y / 2 / 29, years{20}));

}  // namespace
}  // namespace credit::identity
