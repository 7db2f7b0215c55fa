// What is known of a subject when a registration row is taken back, on both engines.

#include "records/registration.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "records/end_record.h"
#include "records/record.h"
#include "records/record_row.h"
#include "records/spread/spread_rows.h"
#include "sql/value.h"
#include "subjects/name_match.h"
#include "subjects/register_subject.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"
#include "tests/store/store_fixture.h"

namespace credit::records {
namespace {

using namespace std::chrono_literals;
using identity::SubjectKey;

const SubjectKey company = SubjectKey::parse("O91370200264574251E").value();

subjects::SubjectFacts facts(const std::string& name, Date as_of) {
    auto facts = subjects::facts_of_first_record(company, name, as_of);
    facts.registered = true;
    facts.state = "active";
    facts.roles = {{.role = "legal_representative", .person_name = name + "的负责人"}};
    return facts;
}

class RegistrationTest : public store::StoreTest {
protected:
    void register_by_act(const std::string& id, const subjects::SubjectFacts& said) {
        const ledger::Act act{
            .id = id, .kind = "subjects.register", .body = to_text(subjects::to_json(said))};
        ASSERT_TRUE(subjects::apply_register_subject(session(), act).has_value());
    }
    // A row of one submission that was accepted.
    void file(const std::string& submission, const std::string& kind,
              const subjects::SubjectFacts& said) {
        const JsonObject body{{"facts", subjects::to_json(said)}};
        Record record;
        record.subject_key = company.text();
        record.record_id = submission + "-1";
        record.submission_id = submission;
        record.row_number = 1;
        record.kind = kind;
        record.version = "1";
        record.authority = "SD-SAMR";
        record.row_key = "key of " + submission;
        record.digest = crypto::sha256(bytes_of(submission));
        record.subject_kind = "legal_person";
        record.subject_name = said.name;
        record.decided_on = said.as_of;
        record.reported_on = said.as_of;
        record.due_on = said.as_of;
        record.body = to_text(body);
        const std::vector<std::vector<sql::Value>> rows{values_of(record)};
        ASSERT_TRUE(session().append_rows("record", record_columns, rows));
        ASSERT_TRUE(make_visible(session(), submission, 0, 1));
    }
    void withdraw(const std::string& record_id) {
        const ledger::Act act{
            .id = "09", .home_key = std::string(company.text()), .occurred_on = 2026y / 6 / 1};
        ASSERT_TRUE(apply_ending(
            session(), act,
            to_json({.record_id = record_id, .as = Ending::Withdrawn, .reason = "示例理由"})));
        ASSERT_TRUE(derive_subject_again(session(), company.text()));
    }
    std::string name() {
        const auto subject = subjects::SubjectRegister(session()).find(company).value();
        return subject ? subject->name : "unknown";
    }
    std::vector<std::string> holders() {
        std::vector<std::string> names;
        const auto roles = subjects::SubjectRegister(session()).roles_in(company);
        EXPECT_TRUE(roles.has_value());
        for (const auto& role : *roles) {
            if (!role.validity.through) names.push_back(role.person_name);
        }
        return names;
    }
};

INSTANTIATE_TEST_SUITE_P(, RegistrationTest, store::both_engines(), store::engine_name);

TEST_P(RegistrationTest, WhatAnActSaidStandsWhenALaterRowIsTakenBack) {
    register_by_act("01", facts("甲公司", 2026y / 1 / 1));
    file("02", "registration", facts("乙公司", 2026y / 2 / 1));
    EXPECT_EQ(name(), "乙公司");
    withdraw("02-1");
    EXPECT_EQ(name(), "甲公司");
    EXPECT_EQ(holders(), std::vector<std::string>{"甲公司的负责人"});
}

TEST_P(RegistrationTest, WhatAnActSaidLastGoesOnCounting) {
    file("01", "registration", facts("甲公司", 2026y / 1 / 1));
    register_by_act("02", facts("乙公司", 2026y / 2 / 1));
    withdraw("01-1");
    EXPECT_EQ(name(), "乙公司");
    EXPECT_EQ(holders(), std::vector<std::string>{"乙公司的负责人"});
    EXPECT_EQ(subjects::SubjectRegister(session()).match(company, "甲公司", 2026y / 6 / 1),
              subjects::Match::IdentityNotConfirmed);
}

TEST_P(RegistrationTest, BetweenTwoActsTheRowAloneGoes) {
    register_by_act("01", facts("甲公司", 2026y / 1 / 1));
    file("02", "registration", facts("乙公司", 2026y / 2 / 1));
    register_by_act("03", facts("丙公司", 2026y / 3 / 1));
    withdraw("02-1");
    EXPECT_EQ(name(), "丙公司");
    EXPECT_EQ(subjects::SubjectRegister(session()).match(company, "乙公司", 2026y / 6 / 1),
              subjects::Match::IdentityNotConfirmed);
    EXPECT_EQ(subjects::SubjectRegister(session()).match(company, "甲公司", 2026y / 2 / 15),
              subjects::Match::Confirmed);
}

TEST_P(RegistrationTest, AFirstRecordIsKnownAgainByItself) {
    file("01", "permit", subjects::facts_of_first_record(company, "甲公司", 2026y / 1 / 1));
    file("02", "registration", facts("乙公司", 2026y / 2 / 1));
    withdraw("02-1");
    EXPECT_EQ(name(), "甲公司");
    EXPECT_TRUE(holders().empty());
}

}  // namespace
}  // namespace credit::records
