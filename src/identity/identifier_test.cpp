#include "identity/identifier.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

#include "identity/name_agreement.h"
#include "identity/subject_key.h"

namespace credit::identity {
namespace {

using namespace std::chrono_literals;

const Reading reading{.today = 2026y / 11 / 23};

template <typename T>
concept Streamable = requires(std::ostream& out, const T& value) { out << value; };
static_assert(!Streamable<Identifier>);

Result<Identifier> parsed_as(std::string_view text, std::optional<Scheme> scheme) {
    return scheme ? parse_as(*scheme, text, reading) : parse_identifier(text, reading);
}

Identifier read(std::string_view text, std::optional<Scheme> scheme = std::nullopt) {
    auto parsed = parsed_as(text, scheme);
    EXPECT_TRUE(parsed.has_value()) << parsed.error().grounds.front().word;
    return *parsed;
}

std::string fault(std::string_view text, std::optional<Scheme> scheme = std::nullopt) {
    const auto parsed = parsed_as(text, scheme);
    return parsed ? "" : parsed.error().grounds.front().word;
}

TEST(Identifier, ReadsWhatPeopleType) {
    for (const std::string_view text :
         {"91370200264574251E", "91370200264574251e", "  91370200 264574251E\t",
          "９１３７０２００２６４５７４２５１Ｅ", "'91370200264574251E",
          "\uFEFF91370200264574251E\u3000", "913702-00264574251-E", "91370200264574251ｅ"}) {
        EXPECT_EQ(read(text).reveal(), "91370200264574251E") << text;
    }
    EXPECT_EQ(read("11010519491231002x").reveal(), "11010519491231002X");
    EXPECT_EQ(read("11010519491231002Ⅹ").reveal(), "11010519491231002X");
    EXPECT_EQ(read("26457425-1").scheme(), Scheme::OrganisationCode);
}

TEST(Identifier, RefusesWhatIsNone) {
    EXPECT_EQ(fault(" \u3000"), "identity.empty");
    EXPECT_EQ(fault("海尔"), "identity.foreign_character");
    EXPECT_EQ(fault("91370200264574251E/1"), "identity.foreign_character");
    EXPECT_EQ(fault(std::string(33, '1')), "identity.too_long");
    EXPECT_EQ(fault("123456"), "identity.not_recognised");
    EXPECT_EQ(fault(std::string_view("91370200264574251E\0", 19)), "identity.foreign_character");
}

TEST(Identifier, TakesTheKindBeforeTheColon) {
    for (const std::string_view text :
         {"passport:E12345678", "护照：e12345678", " 护照号 : E1234 5678"}) {
        EXPECT_EQ(read(text), read("E12345678", Scheme::Passport)) << text;
    }
    EXPECT_EQ(read("台胞证：01234567").scheme(), Scheme::TaiwanPermit);
    EXPECT_EQ(read("organisation_code:26457425-1").scheme(), Scheme::OrganisationCode);
    EXPECT_EQ(read("组织机构代码：26457425-1").scheme(), Scheme::OrganisationCode);
    EXPECT_EQ(read("身份证：110105491231002").scheme(), Scheme::OldResidentIdentity);
    EXPECT_EQ(read(":11010519491231002X").scheme(), Scheme::ResidentIdentity);
    EXPECT_EQ(fault("护照：A:1"), "identity.foreign_character");
    EXPECT_EQ(fault("护照："), "identity.empty");
    EXPECT_EQ(fault("11010519491231002X:"), "identity.kind_unknown");
}

TEST(Identifier, TellsSchemesApartByFormAndCheck) {
    EXPECT_EQ(read("913700007456765902").scheme(), Scheme::UnifiedSocialCreditCode);
    EXPECT_EQ(read("11010519491231002X").scheme(), Scheme::ResidentIdentity);
    EXPECT_EQ(read("110108000000016").scheme(), Scheme::RegistrationNumber);
    EXPECT_EQ(read("110105491231004").scheme(), Scheme::OldResidentIdentity);
    // Passes the check of a registration number too.
    EXPECT_EQ(fault("110105491231002"), "identity.scheme_needed");
    EXPECT_EQ(read("370125NA000123X").scheme(), Scheme::RegistrationNumber);
    EXPECT_EQ(read("USA110080010101").scheme(), Scheme::OldPermanentResidence);
    EXPECT_EQ(fault("E12345678"), "identity.scheme_needed");
    EXPECT_EQ(fault("12345678"), "identity.scheme_needed");
    EXPECT_EQ(fault("91370200264574251F"), "identity.check_character");
    EXPECT_EQ(fault("110105194912310021"), "identity.resident_check");
    EXPECT_EQ(fault("9137020026457425E"), "identity.code_length");
}

TEST(Identifier, FollowsTheHint) {
    EXPECT_EQ(read("E12345678", Scheme::Passport).scheme(), Scheme::Passport);
    EXPECT_EQ(read("110105491231002", Scheme::ResidentIdentity).scheme(),
              Scheme::OldResidentIdentity);
    EXPECT_EQ(read("11010519491231002X", Scheme::OldPermanentResidence).scheme(),
              Scheme::ResidentIdentity);
    EXPECT_EQ(fault("370200018000000", Scheme::RegistrationNumber), "identity.registration_check");
    EXPECT_EQ(fault("37020001800000X", Scheme::RegistrationNumber),
              "identity.registration_character");
    EXPECT_EQ(read("3304811104905", Scheme::OldRegistrationNumber).reveal(), "3304811104905");
    EXPECT_EQ(read("14082500A000118", Scheme::OldRegistrationNumber).reveal(), "14082500A000118");
    EXPECT_EQ(fault("11010519491231002X", Scheme::UnifiedSocialCreditCode),
              "identity.organisation_check");
}

TEST(Identifier, KeepsOfAPermitWhatLasts) {
    EXPECT_EQ(read("h12345678(02)", Scheme::HongKongMacauPermit).reveal(), "H12345678");
    EXPECT_EQ(read("M12345678", Scheme::HongKongMacauPermit).reveal(), "M12345678");
    EXPECT_EQ(read("0123456703(B)", Scheme::TaiwanPermit).reveal(), "01234567");
    EXPECT_EQ(fault("K12345678", Scheme::HongKongMacauPermit), "identity.hong_kong_macau_form");
    EXPECT_EQ(fault("123456789", Scheme::TaiwanPermit), "identity.taiwan_form");
    EXPECT_EQ(fault("ABCDEFG", Scheme::Passport), "identity.passport_form");
    EXPECT_EQ(fault("US1110080010101", Scheme::OldPermanentResidence),
              "identity.permanent_residence_form");
}

TEST(Identifier, ConvertsOldResidentNumbers) {
    const Identifier old = read("110105491231002", Scheme::ResidentIdentity);
    ASSERT_TRUE(old.resident().has_value());
    EXPECT_EQ(Identifier(*old.resident()), read("11010519491231002X"));
    EXPECT_EQ(old.born_on(), Date{1949y / 12 / 31});
    EXPECT_FALSE(makes_key(old.scheme()));
}

TEST(Scheme, HasNamesBothWays) {
    EXPECT_EQ(scheme_of(name_of(Scheme::TaiwanPermit)), Scheme::TaiwanPermit);
    EXPECT_EQ(scheme_of("identity card"), std::nullopt);
    EXPECT_EQ(scheme_of_certificate("身份证"), Scheme::ResidentIdentity);
    EXPECT_EQ(scheme_of_certificate("军官证"), std::nullopt);
}

constexpr crypto::Key key{7};
constexpr crypto::Key other_key{8};

TEST(SubjectKey, OfAnOrganisationIsItsCode) {
    const auto made = subject_key_of(key, read("91370200264574251e"));
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->text(), "O91370200264574251E");
    EXPECT_EQ(made->code(), "91370200264574251E");
    EXPECT_FALSE(made->of_person());
}

TEST(SubjectKey, OfAPersonIsAKeyedHash) {
    const auto made = subject_key_of(key, read("11010519491231002X"));
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->text().size(), 27U);
    EXPECT_TRUE(made->of_person());
    EXPECT_EQ(made, subject_key_of(key, read(" 11010519491231002x")));
    EXPECT_NE(made, subject_key_of(other_key, read("11010519491231002X")));
    // One text under two schemes names two holders.
    EXPECT_NE(subject_key_of(key, read("USA110080010101", Scheme::Passport)),
              subject_key_of(key, read("USA110080010101", Scheme::OldPermanentResidence)));
}

TEST(SubjectKey, IsMadeOnlyOfWhatNamesASubject) {
    EXPECT_EQ(subject_key_of(key, read("26457425-1")), std::nullopt);
    EXPECT_EQ(subject_key_of(key, read("110105491231002", Scheme::ResidentIdentity)), std::nullopt);
    EXPECT_NE(AliasHash(key, read("110105491231002", Scheme::ResidentIdentity)).text(), "");
    EXPECT_NE(AliasHash(key, read("110108000000016")), AliasHash(key, read("110000008021004")));
}

TEST(SubjectKey, ComesBackFromItsText) {
    const auto made = subject_key_of(key, read("11010519491231002X"));
    EXPECT_EQ(SubjectKey::parse(made->text()), *made);
    EXPECT_TRUE(SubjectKey::parse("O91370200264574251E").has_value());
    for (const std::string_view text :
         {"", "O", "P", "R", "A91370200264574251E", "Ofoo", "P0000"}) {
        EXPECT_FALSE(SubjectKey::parse(text).has_value()) << text;
    }
}

TEST(MaskedIdentifier, ShowsNothingButTheProvince) {
    EXPECT_EQ(MaskedIdentifier(read("11010519491231002X")).text(), "11****");
    EXPECT_EQ(MaskedIdentifier(read("110105491231002", Scheme::ResidentIdentity)).text(), "11****");
    EXPECT_EQ(MaskedIdentifier(read("E12345678", Scheme::Passport)).text(), "****");
    EXPECT_EQ(MaskedIdentifier(read("91370200264574251E")).text(), "91370200264574251E");
}

TEST(NameAgreement, IgnoresHowANameIsWritten) {
    EXPECT_TRUE(names_agree("阿里巴巴（中国）有限公司", "阿里巴巴(中国)有限公司"));
    EXPECT_TRUE(names_agree("阿里巴巴（中国）有限公司", " 阿里巴巴〔中国〕有限\u3000公司"));
    EXPECT_TRUE(names_agree("ＴＣＬ科技", "TCL科技"));
    EXPECT_TRUE(names_agree("山东黄金", "⼭东⻩⾦"));
    EXPECT_TRUE(names_agree("买买提·艾力", "买买提•艾力"));
    EXPECT_TRUE(names_agree("买买提·艾力", "买买提．艾力"));
    EXPECT_TRUE(names_agree("买买提·艾力", "买买提・艾力"));
}

TEST(NameAgreement, IsExactOtherwise) {
    EXPECT_FALSE(names_agree("张三", "张三丰"));
    EXPECT_FALSE(names_agree("山东黄金", "山东黄全"));
    EXPECT_FALSE(names_agree("TCL科技", "Tcl科技"));
    EXPECT_FALSE(names_agree("买买提·艾力", "买买提艾力"));
    EXPECT_FALSE(names_agree("劉強", "刘强"));
}

TEST(NameAgreement, NeedsTwoNames) {
    EXPECT_FALSE(names_agree("", ""));
    EXPECT_FALSE(names_agree("张三", " "));
    EXPECT_FALSE(names_agree("", "张三"));
}

}  // namespace
}  // namespace credit::identity
