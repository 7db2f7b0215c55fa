// What is kept of credit subjects, on both engines.

#include "subjects/subject_register.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/json.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/register_subject.h"
#include "subjects/subject.h"
#include "tests/store/store_fixture.h"

namespace credit::subjects {
namespace {

using namespace std::chrono_literals;
using identity::SubjectKey;

const SubjectKey company = SubjectKey::parse("O91370200264574251E").value();
const SubjectKey chief = SubjectKey::parse("P" + std::string(26, '7')).value();

SubjectFacts first_record(const std::string& name) {
    return facts_of_first_record(company, name, 2026y / 1 / 1);
}

SubjectFacts registration(const std::string& name, Date as_of) {
    auto facts = facts_of_first_record(company, name, as_of);
    facts.registered = true;
    facts.state = "active";
    return facts;
}

class SubjectRegisterTest : public store::StoreTest {
protected:
    void save(const SubjectFacts& facts) {
        ++sources_;
        ASSERT_TRUE(SubjectRegister(session()).save(facts, "S" + std::to_string(sources_)));
    }
    std::vector<Name> names() { return SubjectRegister(session()).names(company).value(); }
    std::vector<Role> roles() { return SubjectRegister(session()).roles_in(company).value(); }

private:
    int sources_ = 0;
};

INSTANTIATE_TEST_SUITE_P(, SubjectRegisterTest, store::both_engines(), store::engine_name);

TEST_P(SubjectRegisterTest, KnowsNobodyAtFirst) {
    EXPECT_EQ(SubjectRegister(session()).find(company).value(), std::nullopt);
    EXPECT_EQ(SubjectRegister(session()).match(company, "某公司", 2026y / 1 / 1), Match::Unknown);
}

TEST_P(SubjectRegisterTest, KeepsTheNameOfTheFirstRecordUntilARegistration) {
    save(first_record("某公司"));
    save(first_record("另一公司"));
    EXPECT_EQ(names(), std::vector<Name>{{.name = "某公司"}});
    save(registration("某某公司", 2026y / 2 / 1));
    EXPECT_EQ(names(), std::vector<Name>{{.name = "某某公司"}});
    const auto found = SubjectRegister(session()).find(company).value();
    EXPECT_EQ(found->name, "某某公司");
    EXPECT_TRUE(found->registered);
    EXPECT_EQ(found->state, "active");
    save(first_record("某公司"));
    EXPECT_EQ(names(), std::vector<Name>{{.name = "某某公司"}});
}

TEST_P(SubjectRegisterTest, EndsANameTheDayBeforeTheNext) {
    save(registration("甲公司", 2026y / 2 / 1));
    save(registration("甲公司", 2026y / 3 / 1));
    save(registration("乙公司", 2026y / 4 / 1));
    const std::vector<Name> expected{{.name = "甲公司", .validity = {.through = 2026y / 3 / 31}},
                                     {.name = "乙公司", .validity = {.from = 2026y / 4 / 1}}};
    EXPECT_EQ(names(), expected);
    save(registration("丙公司", 2026y / 3 / 15));  // older: counts less
    EXPECT_EQ(names(), expected);
    EXPECT_EQ(SubjectRegister(session()).match(company, "甲公司", 2026y / 3 / 31),
              Match::Confirmed);
    EXPECT_EQ(SubjectRegister(session()).match(company, "甲公司", 2026y / 4 / 1),
              Match::IdentityNotConfirmed);
}

TEST_P(SubjectRegisterTest, KeepsFormerNamesThatARegistrationTells) {
    auto facts = registration("乙公司", 2026y / 4 / 1);
    facts.former_names = {{.name = "甲公司"}};
    save(facts);
    save(facts);
    const std::vector<Name> expected{{.name = "乙公司"},
                                     {.name = "甲公司", .validity = {.through = 2026y / 3 / 31}}};
    EXPECT_EQ(names(), expected);
}

TEST_P(SubjectRegisterTest, KeepsRolesInTime) {
    auto facts = registration("甲公司", 2026y / 2 / 1);
    facts.roles = {{.role = "legal_representative", .person_name = "张三", .person = chief},
                   {.role = "principal", .person_name = "王五"}};
    save(facts);
    facts.as_of = 2026y / 3 / 1;
    facts.roles = {{.role = "legal_representative", .person_name = "张三"}};
    save(facts);  // the same holder, told without his document
    EXPECT_EQ(roles().size(), 2U);
    facts.as_of = 2026y / 4 / 1;
    facts.roles = {{.role = "legal_representative", .person_name = "李四"}};
    save(facts);
    const auto kept = roles();
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].validity.through, Date{2026y / 3 / 31});
    EXPECT_EQ(kept[1].validity.through, std::nullopt);  // not told of
    EXPECT_EQ(kept[2].person_name, "李四");
    const auto held = SubjectRegister(session()).roles_of(chief).value();
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().organisation, company);
}

TEST_P(SubjectRegisterTest, IsWrittenByTheActAlone) {
    auto facts = registration("甲公司", 2026y / 2 / 1);
    facts.aliases = {{.hash = "H", .scheme = identity::Scheme::RegistrationNumber}};
    const ledger::Act act{.id = "A1", .kind = "subjects.register", .body = to_text(to_json(facts))};
    ASSERT_TRUE(apply_register_subject(session(), act).has_value());
    EXPECT_EQ(names(), std::vector<Name>{{.name = "甲公司"}});
}

class IdentifiersTest : public store::StoreTest {
protected:
    identity::Identifier read(std::string_view text, identity::Scheme scheme) {
        return identity::parse_as(scheme, text, identifiers_.reading(today_)).value();
    }
    std::optional<Resolution> resolve(const identity::Identifier& identifier) {
        return identifiers_.resolve(session(), identifier, today_).value();
    }
    void add_alias(const identity::Identifier& identifier, const SubjectKey& key,
                   const Validity& validity) {
        auto facts = facts_of_first_record(key, "某", today_);
        facts.aliases = {{.hash = std::string(identifiers_.alias_of(identifier).text()),
                          .scheme = identifier.scheme(),
                          .validity = validity}};
        ASSERT_TRUE(SubjectRegister(session()).save(facts, "S1").has_value());
    }

    const Date today_ = 2026y / 11 / 23;
    const Identifiers identifiers_{crypto::Key{1}, crypto::Key{2}, {}};
};

INSTANTIATE_TEST_SUITE_P(, IdentifiersTest, store::both_engines(), store::engine_name);

TEST_P(IdentifiersTest, ResolvesByScheme) {
    using enum identity::Scheme;
    EXPECT_EQ(resolve(read("91370200264574251E", UnifiedSocialCreditCode))->key, company);
    const auto resident = read("11010519491231002X", ResidentIdentity);
    EXPECT_EQ(resolve(resident)->path, Path::Direct);
    const auto old = resolve(read("110105491231002", ResidentIdentity));
    EXPECT_EQ(old->key, resolve(resident)->key);
    EXPECT_EQ(old->path, Path::Converted);
    const auto number = read("110108000000016", RegistrationNumber);
    EXPECT_FALSE(resolve(number).has_value());
    add_alias(number, company, {.through = today_});
    EXPECT_EQ(resolve(number)->key, company);
    EXPECT_EQ(resolve(number)->path, Path::Alias);
    add_alias(number, company, {.through = today_ - std::chrono::days{1}});
    EXPECT_FALSE(resolve(number).has_value());
}

TEST_P(IdentifiersTest, FollowsAPassportToThePersonWhoseAliasItIs) {
    const auto passport = read("E12345678", identity::Scheme::Passport);
    EXPECT_EQ(resolve(passport)->path, Path::Direct);
    const auto resident = read("11010519491231002X", identity::Scheme::ResidentIdentity);
    add_alias(passport, *identifiers_.key_of(resident), {});
    EXPECT_EQ(resolve(passport)->key, identifiers_.key_of(resident));
}

TEST_P(IdentifiersTest, KeepsPersonsSealed) {
    const auto resident = read("11010519491231002X", identity::Scheme::ResidentIdentity);
    const auto key = *identifiers_.key_of(resident);
    ASSERT_TRUE(identifiers_.keep(session(), resident).has_value());
    ASSERT_TRUE(identifiers_.keep(session(), resident).has_value());
    const auto sealed = identifiers_.find_sealed(session(), key).value();
    ASSERT_TRUE(sealed.has_value());
    EXPECT_EQ(identifiers_.open(*sealed, today_), resident);
    const Identifiers others{crypto::Key{1}, crypto::Key{3}, {}};
    EXPECT_FALSE(others.open(*sealed, today_).has_value());
    ASSERT_TRUE(identifiers_.erase(session(), key).has_value());
    EXPECT_FALSE(identifiers_.find_sealed(session(), key).value().has_value());
}

TEST_P(IdentifiersTest, KeepsNothingOfOrganisations) {
    const auto code = read("91370200264574251E", identity::Scheme::UnifiedSocialCreditCode);
    ASSERT_TRUE(identifiers_.keep(session(), code).has_value());
    EXPECT_FALSE(identifiers_.find_sealed(session(), company).value().has_value());
}

}  // namespace
}  // namespace credit::subjects
