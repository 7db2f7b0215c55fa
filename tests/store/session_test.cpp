// What every session promises, on both engines.

#include "sql/session.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/migration_text.h"
#include "sql/row_view.h"
#include "sql/statement.h"
#include "sql/value.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

using namespace std::chrono_literals;

constexpr Date a_day = Date{2026y / 4 / 1};

constexpr std::string_view table = R"(
CREATE TABLE thing (
    name TEXT NOT NULL,
    number BIGINT,
    digest BYTES,
    day DATE,
    PRIMARY KEY (name)
))";

constexpr Statement insert{
    .name = "test.insert",
    .text = "INSERT INTO thing (name, number, digest, day) VALUES ($1, $2, $3, $4)"};
constexpr Statement find{.name = "test.find",
                         .text = "SELECT name, number, digest, day FROM thing WHERE name = $1"};
constexpr Statement all{.name = "test.all",
                        .text = "SELECT name, number, digest, day FROM thing ORDER BY name"};

std::string word_of(const Error& error) {
    return error.grounds.front().word;
}

class SessionTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const auto text = spell(table.substr(1), session().engine());
        ASSERT_TRUE(session().execute({.name = "test.table", .text = text}));
    }

    Result<std::int64_t> add(std::string_view name, std::int64_t number = 1) {
        return session().execute(insert, {name, number, std::nullopt, std::nullopt});
    }

    std::size_t count() { return session().query(all).value().size(); }
};

INSTANTIATE_TEST_SUITE_P(, SessionTest, store::both_engines(), store::engine_name);

TEST_P(SessionTest, GivesBackWhatItWasGiven) {
    const Bytes bytes{0, 1, 0xff, '\\', '\n'};
    const std::string text = "鲁\t\\N'\"\n信";
    ASSERT_EQ(session().execute(insert, {text, -5, bytes, a_day}), 1);

    const auto row = session().find(find, {text}).value();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text(0), text);
    EXPECT_EQ(row->integer(1), -5);
    EXPECT_EQ(row->bytes(2), bytes);
    EXPECT_EQ(row->date(3), a_day);
    EXPECT_EQ(row->text(3), "2026-04-01");
    EXPECT_EQ(row->cells().size(), 4U);
}

TEST_P(SessionTest, KeepsEmptyTextAndBytesApartFromNull) {
    ASSERT_TRUE(
        session().execute(insert, {std::string_view(), INT64_MAX, BytesView(), std::nullopt}));
    const auto row = session().find(find, {""}).value();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text(0), "");
    EXPECT_EQ(row->integer(1), INT64_MAX);
    EXPECT_FALSE(row->is_null(2));
    EXPECT_TRUE(row->bytes(2).empty());
    EXPECT_EQ(row->optional_date(3), std::nullopt);
    EXPECT_TRUE(row->is_null(3));
}

TEST_P(SessionTest, FindsNothingWhereNothingIs) {
    EXPECT_EQ(session().find(find, {"none"}).value(), std::nullopt);
}

TEST_P(SessionTest, BindsByNumberNotByOrder) {
    constexpr Statement reversed{.name = "test.reversed",
                                 .text = "INSERT INTO thing (number, name) VALUES ($2, $1)"};
    ASSERT_TRUE(session().execute(reversed, {"a", 7}));
    EXPECT_EQ(session().find(find, {"a"}).value()->integer(1), 7);
}

TEST_P(SessionTest, TakesDatesAsText) {
    ASSERT_TRUE(session().execute(insert, {"a", 1, std::nullopt, "2026-04-01"}));
    constexpr Statement until{.name = "test.until",
                              .text = "SELECT name FROM thing WHERE day <= $1 AND day >= $2"};
    EXPECT_EQ(session().query(until, {a_day, "2026-04-01"}).value().size(), 1U);
}

TEST_P(SessionTest, CountsAndSumsAsIntegers) {
    ASSERT_TRUE(add("a", 20000));
    ASSERT_TRUE(add("b", -7));
    constexpr Statement sums{
        .name = "test.sums",
        .text = "SELECT count(*), sum(number), max(number), 1, CAST($1 AS BIGINT) FROM thing"};
    const auto row = session().find(sums, {4}).value();
    EXPECT_EQ(row->integer(0), 2);
    EXPECT_EQ(row->integer(1), 19993);
    EXPECT_EQ(row->integer(2), 20000);
    EXPECT_EQ(row->integer(3), 1);
    EXPECT_EQ(row->integer(4), 4);
}

TEST_P(SessionTest, SortsTextByItsBytes) {
    for (const auto* name : {"b", "a", "B", "信", "_", "é"}) ASSERT_TRUE(add(name));
    std::string order;
    const auto rows = session().query(all).value();
    for (const auto& row : rows) order += row.text(0);
    EXPECT_EQ(order, "B_abé信");
}

TEST_P(SessionTest, SaysHowManyRowsChanged) {
    ASSERT_EQ(add("a"), 1);
    ASSERT_EQ(add("b"), 1);
    constexpr Statement update{.name = "test.update", .text = "UPDATE thing SET number = $1"};
    EXPECT_EQ(session().execute(update, {3}), 2);
    constexpr Statement again{
        .name = "test.again",
        .text = "INSERT INTO thing (name) VALUES ($1) ON CONFLICT DO NOTHING"};
    EXPECT_EQ(session().execute(again, {"a"}), 0);
    EXPECT_EQ(session().execute(all), 0);
}

TEST_P(SessionTest, ReturnsRowsOfAnInsert) {
    constexpr Statement returning{
        .name = "test.returning",
        .text =
            "INSERT INTO thing (name, number) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM "
            "thing WHERE name = $1) RETURNING number"};
    EXPECT_EQ(session().find(returning, {"a", 9}).value()->integer(0), 9);
    EXPECT_EQ(session().find(returning, {"a", 9}).value(), std::nullopt);
}

TEST_P(SessionTest, ShowsRowsWithoutCopying) {
    const Bytes bytes{1, 2, 3};
    ASSERT_TRUE(session().execute(insert, {"a", 1, bytes, a_day}));
    ASSERT_TRUE(add("b"));
    int seen = 0;
    const auto look = [&](const RowView& row) -> Result<void> {
        if (seen++ > 0) {
            EXPECT_EQ(row.optional_date(3), std::nullopt);
            EXPECT_EQ(row.optional_text(3), std::nullopt);
            EXPECT_EQ(row.optional_integer(1), 1);
            return {};
        }
        EXPECT_EQ(row.size(), 4U);
        EXPECT_EQ(row.text(0), "a");
        EXPECT_TRUE(std::ranges::equal(row.bytes(2), bytes));
        EXPECT_EQ(row.date(3), a_day);
        EXPECT_EQ(row.text(3), "2026-04-01");
        return {};
    };
    ASSERT_TRUE(session().scan(all, {}, look));
    EXPECT_EQ(seen, 2);
    seen = 0;
    ASSERT_TRUE(session().read(all, {}, look));
    EXPECT_EQ(seen, 2);
}

TEST_P(SessionTest, AnswersManyQuestionsInTheirOrder) {
    ASSERT_TRUE(session().execute(insert, {"a", 1, BytesView(), a_day}));
    ASSERT_TRUE(session().execute(insert, {"b", 2, BytesView(), a_day}));
    std::vector<std::string> names;
    for (int number = 0; number < 300; ++number) {
        names.push_back(number % 3 == 0 ? "a" : number % 3 == 1 ? "b" : "nobody");
    }
    std::vector<std::vector<Value>> asked;
    for (const auto& name : names) asked.push_back({name});
    std::vector<std::string> told(names.size(), "nobody");
    const auto note = [&](std::size_t which, const RowView& row) -> Result<void> {
        told[which] = row.text(0);
        return {};
    };
    ASSERT_TRUE(session().run_each(find, asked, note));
    EXPECT_EQ(told, names);
    ASSERT_TRUE(session().run_each(find, {}, note)) << "nothing is asked";
    EXPECT_EQ(session().query(all)->size(), 2U) << "and goes on";
}

TEST_P(SessionTest, EndsManyQuestionsWithTheFirstThatFails) {
    ASSERT_TRUE(session().execute(insert, {"a", 1, BytesView(), a_day}));
    const std::vector<std::vector<Value>> fit{{"a"}, {"a"}, {"a"}};
    std::size_t seen = 0;
    const auto refuse_second = [&](std::size_t which, const RowView& /*row*/) -> Result<void> {
        ++seen;
        if (which == 1) return fail(ErrorCode::NotFound, "test.enough");
        return {};
    };
    const auto stopped = session().run_each(find, fit, refuse_second);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(word_of(stopped.error()), "test.enough");
    EXPECT_EQ(seen, 2U);
    const std::string broken("a\0b", 3);
    const std::vector<std::vector<Value>> unfit{{"a"}, {broken}, {"a"}};
    const auto refused = session().run_each(
        find, unfit, [](std::size_t, const RowView&) -> Result<void> { return {}; });
    ASSERT_FALSE(refused);
    EXPECT_EQ(word_of(refused.error()), "sql.unfit");
    constexpr Statement wrong{.name = "test.wrong_each",
                              .text = "SELECT 1 / (number - 1) FROM thing WHERE name = $1"};
    const auto divided = session().run_each(
        wrong, fit, [](std::size_t, const RowView&) -> Result<void> { return {}; });
    EXPECT_EQ(divided.has_value(), session().engine() == Engine::Sqlite) << "there it is nothing";
    EXPECT_EQ(session().query(all)->size(), 1U) << "and goes on";
}

TEST_P(SessionTest, AsksManyQuestionsWithinATransaction) {
    auto transaction = Transaction::begin(session());
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(session().execute(insert, {"a", 7, BytesView(), a_day}));
    std::int64_t sum = 0;
    const std::vector<std::vector<Value>> asked{{"a"}, {"b"}, {"a"}};
    ASSERT_TRUE(session().run_each(find, asked,
                                   [&](std::size_t /*which*/, const RowView& row) -> Result<void> {
                                       sum += row.integer(1);
                                       return {};
                                   }));
    EXPECT_EQ(sum, 14);
    ASSERT_TRUE(transaction->commit());
}

TEST_P(SessionTest, StopsWhenTheVisitorFails) {
    for (const auto* name : {"a", "b", "c"}) ASSERT_TRUE(add(name));
    int seen = 0;
    const auto stop = [&](const Row&) -> Result<void> {
        if (++seen == 2) return fail(ErrorCode::NotFound, "test.stop");
        return {};
    };
    const auto visited = session().visit(all, {}, stop);
    ASSERT_FALSE(visited);
    EXPECT_EQ(word_of(visited.error()), "test.stop");
    EXPECT_EQ(seen, 2);
    EXPECT_EQ(count(), 3U);
}

TEST_P(SessionTest, NamesAKeyThatIsTaken) {
    ASSERT_TRUE(add("a"));
    const auto again = add("a");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
    EXPECT_EQ(word_of(again.error()), "sql.taken");
    EXPECT_TRUE(add("b"));
}

TEST_P(SessionTest, RefusesWhatAColumnDoesNotHold) {
    const auto nul = add(std::string_view("a\0b", 3));
    ASSERT_FALSE(nul);
    EXPECT_EQ(nul.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(word_of(nul.error()), "sql.unfit");

    constexpr Statement nameless{.name = "test.nameless",
                                 .text = "INSERT INTO thing (number) VALUES ($1)"};
    EXPECT_EQ(word_of(session().execute(nameless, {1}).error()), "sql.unfit");
    const auto text_as_number =
        session().execute(insert, {"a", "many", std::nullopt, std::nullopt});
    EXPECT_EQ(word_of(text_as_number.error()), "sql.unfit");
    EXPECT_EQ(count(), 0U);
}

TEST_P(SessionTest, RefusesAWrongStatement) {
    const auto misspelt = session().execute({.name = "test.misspelt", .text = "SELEC 1"});
    EXPECT_EQ(word_of(misspelt.error()), "sql.unavailable");
    EXPECT_FALSE(session().execute(find, {"a", "b"}));
    EXPECT_FALSE(session().execute(find, {}));
    EXPECT_EQ(count(), 0U);
}

TEST_P(SessionTest, NoticesAnotherTextAtTheSamePlace) {
    std::string text = "SELECT 1";
    EXPECT_EQ(session().query({.name = "test.first", .text = text}).value()[0].integer(0), 1);
    text[7] = '2';
    EXPECT_EQ(session().query({.name = "test.second", .text = text}).value()[0].integer(0), 2);
}

TEST_P(SessionTest, KeepsWhatIsCommittedAndNothingElse) {
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(add("a"));
        ASSERT_TRUE(transaction.commit());
    }
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(add("b"));
        EXPECT_EQ(count(), 2U);
    }
    EXPECT_EQ(count(), 1U);
    EXPECT_EQ(another_session()->query(all).value().size(), 1U);
}

TEST_P(SessionTest, LosesATransactionWithItsFirstError) {
    ASSERT_TRUE(add("a"));
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(add("b"));
        ASSERT_FALSE(add("a"));
        EXPECT_EQ(word_of(add("c").error()), "sql.undone");
        const auto committed = transaction.commit();
        ASSERT_FALSE(committed);
        EXPECT_EQ(word_of(committed.error()), "sql.undone");
    }
    EXPECT_EQ(count(), 1U);
    EXPECT_TRUE(add("b"));
}

TEST_P(SessionTest, ReadsOneViewOfTheStore) {
    ASSERT_TRUE(add("a"));
    const auto other = another_session();
    auto reading = Transaction::begin_reading(session()).value();
    EXPECT_EQ(count(), 1U);
    ASSERT_TRUE(other->execute(insert, {"b", 1, std::nullopt, std::nullopt}));
    EXPECT_EQ(count(), 1U);
    EXPECT_FALSE(add("c"));
}

TEST_P(SessionTest, AppendsManyRows) {
    const Bytes bytes{0, 0xfe, '\\', '\t'};
    const std::string text = "a\tb\\c\nd\r信";
    std::vector<std::vector<Value>> rows;
    for (int number = 0; number < 5000; ++number) {
        rows.push_back({number, std::nullopt, bytes, a_day});
    }
    std::vector<std::string> names;
    names.reserve(rows.size());
    for (auto& row : rows) {
        names.push_back(text + std::to_string(1000000 + names.size()));
        row.insert(row.begin(), names.back());
        row.erase(row.begin() + 2);
    }
    constexpr std::array<std::string_view, 4> columns{"name", "number", "digest", "day"};
    ASSERT_TRUE(session().append_rows("thing", columns, rows));
    const auto found = session().query(all).value();
    ASSERT_EQ(found.size(), rows.size());
    EXPECT_EQ(found[17].text(0), names[17]);
    EXPECT_EQ(found[17].integer(1), 17);
    EXPECT_EQ(found[17].bytes(2), bytes);
    EXPECT_EQ(found[17].date(3), a_day);
}

TEST_P(SessionTest, AppendsAllRowsOrNone) {
    const std::vector<std::vector<Value>> rows{{"a", 1}, {"b", 2}, {"a", 3}};
    constexpr std::array<std::string_view, 2> columns{"name", "number"};
    const auto appended = session().append_rows("thing", columns, rows);
    ASSERT_FALSE(appended);
    EXPECT_EQ(word_of(appended.error()), "sql.taken");
    EXPECT_EQ(count(), 0U);

    const std::vector<std::vector<Value>> unfit{{"a", 1}, {std::string_view("b\0", 2), 2}};
    EXPECT_EQ(word_of(session().append_rows("thing", columns, unfit).error()), "sql.unfit");
    EXPECT_EQ(count(), 0U);
    ASSERT_TRUE(session().append_rows("thing", columns, {}));
    EXPECT_TRUE(add("a"));
}

TEST_P(SessionTest, AppendsWithinATransaction) {
    const std::vector<std::vector<Value>> rows{{"a", std::nullopt}, {"b", 2}};
    constexpr std::array<std::string_view, 2> columns{"name", "number"};
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(session().append_rows("thing", columns, rows));
        EXPECT_EQ(count(), 2U);
    }
    EXPECT_EQ(count(), 0U);
}

}  // namespace
}  // namespace credit::sql
