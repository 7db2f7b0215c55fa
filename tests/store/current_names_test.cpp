// Names that the counter confirms in memory, on both engines: what a commit changes, what cannot be
// read, and registrations on their way.

#include "checks/names/current_names.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "checks/names/name_table.h"
#include "foundation/clock.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"
#include "tests/store/rows_to_come.h"
#include "tests/store/store_fixture.h"

namespace credit::checks {
namespace {

using namespace std::chrono_literals;

const std::string company = "O91370200264574251E";
const std::string other = "O91370100MA3C8Y7Q2X";
constexpr Date a_day{2026y / 3 / 2};

using store::acceptance;
using store::act_on;
using store::begin_rows;
using store::show_rows;

class CurrentNamesTest : public store::StoreTest {
protected:
    void know(const std::string& subject, const std::string& name, Date as_of = a_day) {
        auto facts = subjects::facts_of_first_record(identity::SubjectKey::parse(subject).value(),
                                                     name, as_of);
        facts.registered = true;
        ASSERT_TRUE(subjects::SubjectRegister(session()).save(facts, name).has_value());
    }
};

INSTANTIATE_TEST_SUITE_P(, CurrentNamesTest, store::both_engines(), store::engine_name);

TEST_P(CurrentNamesTest, ConfirmsTheNameOfThatSubjectAndNoOther) {
    know(company, "示例甲公司");
    know(other, "示例乙公司");
    sql::Pool pool(store(), 2);
    CurrentNames names(pool);
    EXPECT_FALSE(names.confirms(company, "示例甲公司")) << "it is not filled";
    ASSERT_TRUE(names.fill().has_value());
    EXPECT_EQ(names.size(), 2U);
    EXPECT_TRUE(names.confirms(company, "示例甲公司"));
    EXPECT_TRUE(names.confirms(other, "示例乙公司"));
    EXPECT_FALSE(names.confirms(company, "示例乙公司"));
    EXPECT_FALSE(names.confirms(company, "示例甲公司 ")) << "letter for letter";
    EXPECT_FALSE(names.confirms(company, ""));
    EXPECT_FALSE(names.confirms("O91370200264574251", "示例甲公司"));
}

TEST_P(CurrentNamesTest, FollowsTheActsOfASubject) {
    know(company, "示例甲公司");
    sql::Pool pool(store(), 2);
    CurrentNames names(pool);
    ASSERT_TRUE(names.fill().has_value());
    know(company, "示例丙公司", a_day + std::chrono::days{1});
    names.follow(act_on(company));
    EXPECT_FALSE(names.confirms(company, "示例甲公司"));
    EXPECT_TRUE(names.confirms(company, "示例丙公司"));
    know(other, "示例乙公司");
    names.follow(act_on(other));
    EXPECT_TRUE(names.confirms(other, "示例乙公司")) << "known by its act";
    ASSERT_TRUE(session().execute({.name = "test.forget", .text = "DELETE FROM subject"}));
    names.follow(act_on(company));
    EXPECT_FALSE(names.confirms(company, "示例丙公司")) << "gone from the store";
    EXPECT_EQ(names.size(), 1U);
}

TEST_P(CurrentNamesTest, ConfirmsNothingWhileRegistrationsAreOnTheirWay) {
    know(company, "示例甲公司");
    sql::Pool pool(store(), 2);
    CurrentNames names(pool);
    ASSERT_TRUE(names.fill().has_value());
    ASSERT_TRUE(session().execute(begin_rows, {"01S"}));
    names.follow(acceptance("01P", "penalty"));
    EXPECT_TRUE(names.confirms(company, "示例甲公司")) << "penalties change no name";
    names.follow(acceptance("01S", "registration"));
    EXPECT_FALSE(names.confirms(company, "示例甲公司"));
    EXPECT_EQ(names.catch_up(), 1U);
    EXPECT_FALSE(names.confirms(company, "示例甲公司")) << "not all rows are visible";
    ASSERT_TRUE(session().execute(show_rows, {"01S"}));
    EXPECT_EQ(names.catch_up(), 0U);
    EXPECT_TRUE(names.confirms(company, "示例甲公司"));
}

TEST_P(CurrentNamesTest, FillsByItself) {
    know(company, "示例甲公司");
    sql::Pool pool(store(), 2);
    CurrentNames names(pool);
    names.start();
    for (int wait = 0; wait < 1000 && !names.confirms(company, "示例甲公司"); ++wait)
        std::this_thread::sleep_for(10ms);
    EXPECT_TRUE(names.confirms(company, "示例甲公司"));
}

TEST(CurrentNamesAway, ConfirmNothingWhereTheStoreIsAway) {
    sql::Pool away("/nowhere/at/all/store.db", 2);
    CurrentNames names(away);
    EXPECT_FALSE(names.fill().has_value());
    names.follow(act_on(company));
    EXPECT_FALSE(names.confirms(company, "示例甲公司"));
}

TEST(NameTable, HoldsManyWhileItGrows) {
    NameTable table;
    for (std::uint64_t subject = 1; subject <= 20'000; ++subject)
        table.put({.subject = subject * 7919, .name = subject});
    for (std::uint64_t subject = 1; subject <= 20'000; subject += 2) table.remove(subject * 7919);
    for (std::uint64_t subject = 2; subject <= 20'000; subject += 4)
        table.put({.subject = subject * 7919, .name = subject + 1});
    table.tidy();
    EXPECT_EQ(table.size(), 10'000U);
    for (std::uint64_t subject = 1; subject <= 20'000; ++subject) {
        const bool renamed = subject % 4 == 2;
        EXPECT_EQ(table.holds({.subject = subject * 7919, .name = subject}), subject % 4 == 0);
        EXPECT_EQ(table.holds({.subject = subject * 7919, .name = subject + 1}), renamed);
    }
}

TEST(NameTableConcurrently, ANameThatStandsIsAlwaysHeld) {
    NameTable table;
    table.put({.subject = 42, .name = 7});
    std::atomic<bool> stop = false;
    std::atomic<int> missed = 0;
    std::vector<std::jthread> readers;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            while (!stop.load()) {
                if (!table.holds({.subject = 42, .name = 7})) ++missed;
            }
        });
    }
    for (std::uint64_t subject = 100; subject < 30'000; ++subject) {
        table.put({.subject = subject * 31, .name = subject});
        if (subject % 3 == 0) table.remove(subject * 31);
    }
    stop = true;
    readers.clear();
    EXPECT_EQ(missed.load(), 0);
}

}  // namespace
}  // namespace credit::checks
