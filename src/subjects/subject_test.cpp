#include "subjects/subject.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "identity/subject_key.h"
#include "subjects/name_match.h"
#include "subjects/pilot_codes.h"

namespace credit::subjects {
namespace {

using namespace std::chrono_literals;
using identity::SubjectKey;
using identity::SubjectKind;

const SubjectKey company = SubjectKey::parse("O91370200264574251E").value();
const SubjectKey shop = SubjectKey::parse("O92370200MA0000001A").value();
const SubjectKey person = SubjectKey::parse("P" + std::string(26, '7')).value();
constexpr Date day = 2026y / 4 / 1;

std::vector<std::string> words(const SubjectFacts& facts) {
    std::vector<std::string> found;
    for (const Ground& ground : judge(facts)) found.push_back(ground.word);
    return found;
}

using Words = std::vector<std::string>;

TEST(Subject, IsOpenedByItsFirstRecord) {
    const auto facts = facts_of_first_record(company, " 青岛某某有限公司\u3000", day);
    EXPECT_EQ(facts.name, "青岛某某有限公司");
    EXPECT_EQ(facts.kind, SubjectKind::LegalPerson);
    EXPECT_EQ(facts.region, "370200");
    EXPECT_FALSE(facts.registered);
    EXPECT_EQ(facts_of_first_record(shop, "某店", day).kind, SubjectKind::IndividualBusiness);
    EXPECT_EQ(facts_of_first_record(person, "张三", day).kind, SubjectKind::NaturalPerson);
    EXPECT_EQ(facts_of_first_record(person, "张三", day).region, "");
    EXPECT_EQ(words(facts), Words{});
}

TEST(Subject, IsRefusedOnEachGroundAlone) {
    auto facts = facts_of_first_record(company, "某公司", day);
    facts.name = "\u3000";
    EXPECT_EQ(words(facts), Words{"subjects.name_missing"});

    facts = facts_of_first_record(company, "某公司", day);
    facts.kind = SubjectKind::NaturalPerson;
    EXPECT_EQ(words(facts), Words{"subjects.kind_contradicts_code"});
    facts.kind = SubjectKind::IndividualBusiness;
    EXPECT_EQ(words(facts), Words{"subjects.kind_contradicts_code"});
    facts.kind = SubjectKind::OtherOrganisation;  // a partnership has code 91 as well
    EXPECT_EQ(words(facts), Words{});

    facts = facts_of_first_record(person, "张三", day);
    facts.roles = {{.role = "legal_representative", .person_name = "李四"}};
    EXPECT_EQ(words(facts), Words{"subjects.role_of_person_in_person"});

    facts = facts_of_first_record(company, "某公司", day);
    facts.former_names = {{.name = "旧名", .validity = {.from = day, .through = day}}};
    EXPECT_EQ(words(facts), Words{});
    facts.former_names.front().validity.through = day - std::chrono::days{1};
    EXPECT_EQ(words(facts), Words{"subjects.ends_before_it_begins"});
}

TEST(Subject, ComesBackFromJson) {
    const SubjectFacts facts{
        .key = company,
        .kind = SubjectKind::LegalPerson,
        .name = "青岛某某有限公司",
        .region = "370202",
        .state = "active",
        .registered = true,
        .as_of = day,
        .former_names = {{.name = "青岛旧名有限公司", .validity = {.through = 2020y / 1 / 1}}},
        .aliases = {{.hash = "ABC", .scheme = identity::Scheme::RegistrationNumber}},
        .roles = {{.role = "legal_representative", .person_name = "张三", .person = person},
                  {.role = "principal", .person_name = "李四", .validity = {.from = day}}}};
    EXPECT_EQ(read_facts(to_json(facts)), facts);
    auto broken = to_json(facts);
    broken["kind"] = "entity";
    EXPECT_EQ(read_facts(broken).error().grounds.front().word, "subjects.unknown_kind");
    broken = to_json(facts);
    broken["roles"] = JsonArray{1};
    EXPECT_FALSE(read_facts(broken).has_value());
}

const std::vector<Name> names{
    {.name = "青岛旧名有限公司", .validity = {.from = 2015y / 1 / 1, .through = 2020y / 1 / 1}},
    {.name = "青岛某某（集团）有限公司", .validity = {.from = 2020y / 1 / 2}}};

TEST(Match, ConfirmsTheCurrentName) {
    EXPECT_EQ(match(names, "青岛某某(集团)有限公司", day), Match::Confirmed);
    EXPECT_EQ(match(names, "青岛某某集团有限公司", day), Match::IdentityNotConfirmed);
    EXPECT_EQ(match(names, "", day), Match::IdentityNotConfirmed);
    EXPECT_EQ(match({}, "青岛某某(集团)有限公司", day), Match::Unknown);
    EXPECT_EQ(name_of(Match::IdentityNotConfirmed), "identity_not_confirmed");
}

TEST(Match, ConfirmsAFormerNameWhileItStood) {
    EXPECT_EQ(match(names, "青岛旧名有限公司", 2020y / 1 / 1), Match::Confirmed);
    EXPECT_EQ(match(names, "青岛旧名有限公司", 2020y / 1 / 2), Match::IdentityNotConfirmed);
    EXPECT_EQ(match(names, "青岛旧名有限公司", 2014y / 12 / 31), Match::IdentityNotConfirmed);
    EXPECT_EQ(match(names, "青岛某某（集团）有限公司", 2020y / 1 / 1), Match::IdentityNotConfirmed);
    EXPECT_EQ(match(names, "青岛某某（集团）有限公司", 2020y / 1 / 2), Match::Confirmed);
}

TEST(PilotCodes, AreAcceptedOnlyThroughTheirRegister) {
    const auto exceptions = load_pilot_codes();
    ASSERT_TRUE(exceptions.has_value());
    for (const std::string_view code :
         {"91350203M0001QAY9B", "91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"}) {
        EXPECT_FALSE(identity::UnifiedSocialCreditCode::parse(code).has_value());
        EXPECT_TRUE(identity::UnifiedSocialCreditCode::parse(code, *exceptions).has_value());
        EXPECT_FALSE(exceptions->find(code)->evidence.empty());
    }
}

}  // namespace
}  // namespace credit::subjects
