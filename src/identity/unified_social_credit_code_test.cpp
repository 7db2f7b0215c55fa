#include "identity/unified_social_credit_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "identity/check_characters.h"

namespace credit::identity {
namespace {

// The check characters are constant expressions, so the compiler is their test runner.

constexpr std::array credit_codes = std::to_array<std::string_view>(
    {"91370200264574251E", "91370200163562681G", "9137020026462882XW", "91370000723865016M",
     "91370000863134717K", "91370000166122374N", "913700007456765902", "91370000163044841F",
     "91370000706266601D", "913700007058303114", "913700002671000358", "12100000495570303U",
     "91330100799655058B", "9144030071526726XG", "91440300708461136T", "914403001922038216",
     "91110000802100433B", "91110108551385082Q", "91100000100003962T", "911100001000044477",
     "911000001000013428", "911100001000054748", "91110000710925462X", "91110000710926094P",
     "911100007109250324", "91440300192317458F", "91440400192548256N", "91440606722473344C",
     "91350900587527783P", "12100000400000624D", "12100000400002259P", "11230500001755309F",
     "11420000MB15291767", "91350100M000100Y43"});

static_assert(std::ranges::all_of(credit_codes, [](std::string_view code) {
    return credit_code_check(code.substr(0, 17)) == code[17] &&
           organisation_check(code.substr(8, 8)) == code[16];
}));

// What the early pilot codes ought to end in, and that their organisation codes are right.
static_assert(credit_code_check("91350203M0001QAY9") == '9');
static_assert(credit_code_check("91350100M0001TGQX") == '1');
static_assert(credit_code_check("91350211M0000XUF4") == 'R');
static_assert(credit_code_check("91350203M0001FUE2") == 'J');
static_assert(organisation_check("M0001QAY") == '9' && organisation_check("M0001TGQ") == 'X');
static_assert(organisation_check("M0000XUF") == '4' && organisation_check("M0001FUE") == '2');

// 31 counts as 0: a sum of nothing has the check 0, not a character outside the alphabet.
static_assert(credit_code_check("00000000000000000") == '0');

static_assert(resident_check("11010519491231002") == 'X');
static_assert(resident_check("44052418800101001") == '4');

constexpr std::array registration_numbers = std::to_array<std::string_view>(
    {"110108000000016", "110000008021004", "440301108548379", "440301103097413", "440301103448669",
     "110108012660422", "440301501120670"});
static_assert(std::ranges::all_of(registration_numbers, [](std::string_view number) {
    return registration_check(number.substr(0, 14)) == number[14];
}));
static_assert(registration_check("37020001800000") == '5');
static_assert(registration_check("33010800001457") == '2');
static_assert(registration_check("44030110400181") == '3');

std::string fault(std::string_view text) {
    const auto code = UnifiedSocialCreditCode::parse(text);
    return code ? "" : code.error().grounds.front().word;
}

TEST(UnifiedSocialCreditCode, HasItsParts) {
    const auto code = UnifiedSocialCreditCode::parse("91370200264574251E");
    ASSERT_TRUE(code.has_value());
    EXPECT_EQ(code->text(), "91370200264574251E");
    EXPECT_EQ(code->category(), "91");
    EXPECT_EQ(code->division(), "370200");
    EXPECT_EQ(code->organisation().text(), "264574251");
    EXPECT_EQ(code->kind(), SubjectKind::LegalPerson);
}

TEST(UnifiedSocialCreditCode, NamesTheFirstThingThatIsWrong) {
    EXPECT_EQ(fault(""), "identity.code_length");
    EXPECT_EQ(fault("9137020026457425E"), "identity.code_length");
    EXPECT_EQ(fault("91370200264574251e"), "identity.code_character");
    EXPECT_EQ(fault("9137020026457425IE"), "identity.code_character");
    EXPECT_EQ(fault("00370200264574251E"), "identity.code_department");
    EXPECT_EQ(fault("91A70200264574251E"), "identity.code_division");
    EXPECT_EQ(fault("91370200264574521E"), "identity.organisation_check");
    EXPECT_EQ(fault("91370200264574252E"), "identity.organisation_check");
    EXPECT_EQ(fault("91370200264574261E"), "identity.organisation_check");
    EXPECT_EQ(fault("91370200264574251F"), "identity.check_character");
}

// Codes made up in public sample data.
constexpr std::array made_up = std::to_array<std::string_view>(
    {"913301087254808020", "91110108555165137Q", "914403001923987654", "91440300279573123X",
     "91110000800088421P", "9133010057462616XH", "914403001870826678", "91110108717809965C",
     "91330000MA27Q2XQ2G", "91110108MA01FXXX00", "913100007406543210"});

TEST(UnifiedSocialCreditCode, RefusesMadeUpCodes) {
    for (const auto code : made_up) EXPECT_NE(fault(code), "") << code;
}

TEST(UnifiedSocialCreditCode, CatchesEverySingleChange) {
    const std::string code = "91370200264574251E";
    for (std::size_t at = 0; at < code.size(); ++at) {
        for (const char other : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
            std::string changed = code;
            changed[at] = other;
            EXPECT_EQ(fault(changed).empty(), changed == code) << changed;
        }
        if (at == 0 || code[at] == code[at - 1]) continue;
        std::string swapped = code;
        std::swap(swapped[at - 1], swapped[at]);
        EXPECT_NE(fault(swapped), "") << swapped;
    }
}

TEST(UnifiedSocialCreditCode, AcceptsAPilotCodeOnlyThroughTheExceptions) {
    const CodeExceptions exceptions({{.code = "91350203M0001FUE2P",
                                      .evidence = "a test",
                                      .approved_by = "a test",
                                      .approved_on = {}}});
    EXPECT_EQ(fault("91350203M0001FUE2P"), "identity.check_character");
    EXPECT_TRUE(UnifiedSocialCreditCode::parse("91350203M0001FUE2P", exceptions).has_value());
    EXPECT_FALSE(UnifiedSocialCreditCode::parse("91350100M0001TGQXM", exceptions).has_value());
}

SubjectKind kind(std::string_view prefix) {
    const CodeCategory* const category = find_category(prefix);
    return category == nullptr ? SubjectKind::OtherOrganisation : category->likely_kind;
}

TEST(SubjectKind, FollowsFromTheFirstTwoCharacters) {
    EXPECT_EQ(kind("11"), SubjectKind::LegalPerson);
    EXPECT_EQ(kind("31"), SubjectKind::OtherOrganisation);
    EXPECT_EQ(kind("91"), SubjectKind::LegalPerson);
    EXPECT_EQ(kind("92"), SubjectKind::IndividualBusiness);
    EXPECT_EQ(kind("93"), SubjectKind::LegalPerson);
    EXPECT_EQ(kind("Y7"), SubjectKind::OtherOrganisation);
    for (const auto each : {SubjectKind::NaturalPerson, SubjectKind::IndividualBusiness}) {
        EXPECT_EQ(subject_kind_of(name_of(each)), each);
    }
    EXPECT_EQ(subject_kind_of("entity"), std::nullopt);
}

}  // namespace
}  // namespace credit::identity
