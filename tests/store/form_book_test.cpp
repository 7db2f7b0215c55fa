// Unsent forms on both engines: whose they are, how long they stay, and who reads them.

#include "forms/form_book.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "sql/session.h"
#include "tests/store/store_fixture.h"

namespace credit::forms {
namespace {

using namespace std::chrono_literals;

constexpr Date saved_on = 2026y / 4 / 1;
constexpr Date last_day = 2026y / 5 / 1;  // thirty days after it
const Instant now = start_of(saved_on);

class FormBookTest : public store::StoreTest {
protected:
    FormBook book() { return {session(), keys_, law_}; }
    std::string word_of(const Result<void>& result) const {
        return result ? "" : result.error().grounds.front().word;
    }

    const ledger::Keys keys_ = ledger::Keys::generate();
    const law::Library law_ = law::Library::load().value();
};

INSTANTIATE_TEST_SUITE_P(, FormBookTest, store::both_engines(), store::engine_name);

TEST_P(FormBookTest, KeepsTheLastOfAForm) {
    ASSERT_TRUE(book().save("a", "listing", {{"reasons", "一"}}, now).has_value());
    ASSERT_TRUE(book().save("a", "listing", {{"reasons", "二"}}, now).has_value());
    const auto kept = book().of_account("a", saved_on).value();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().name, "listing");
    EXPECT_EQ(kept.front().values, (JsonObject{{"reasons", "二"}}));
    EXPECT_EQ(kept.front().kept_through, last_day);
}

TEST_P(FormBookTest, IsThereOnItsLastDayAndNotOnTheNext) {
    ASSERT_TRUE(book().save("a", "listing", {}, now).has_value());
    EXPECT_EQ(book().of_account("a", last_day).value().size(), 1U);
    EXPECT_EQ(FormBook::forget_old(session(), last_day).value(), 0);
    // Also while the clerk stands still.
    EXPECT_TRUE(book().of_account("a", last_day + std::chrono::days{1}).value().empty());
    EXPECT_EQ(FormBook::forget_old(session(), last_day + std::chrono::days{1}).value(), 1);
}

TEST_P(FormBookTest, IsReadByItsAccountAlone) {
    ASSERT_TRUE(book().save("a", "listing", {{"name", "甲"}}, now).has_value());
    EXPECT_TRUE(book().of_account("b", saved_on).value().empty());
    const sql::Statement steal{.name = "test.steal",
                               .text =
                                   "INSERT INTO unsent_form SELECT 'b', form, saved_at, "
                                   "through_on, sealed FROM unsent_form WHERE account = 'a'"};
    ASSERT_TRUE(session().execute(steal).has_value());
    EXPECT_FALSE(book().of_account("b", saved_on).has_value());
}

TEST_P(FormBookTest, ForgetsWhatWasSent) {
    ASSERT_TRUE(book().save("a", "one", {}, now).has_value());
    ASSERT_TRUE(book().save("a", "two", {}, now).has_value());
    ASSERT_TRUE(book().forget("a", "one").has_value());
    ASSERT_TRUE(book().forget("a", "one").has_value());
    EXPECT_EQ(book().of_account("a", saved_on).value().size(), 1U);
}

TEST_P(FormBookTest, TakesNoIdentifierAndNoPassword) {
    EXPECT_EQ(word_of(book().save("a", "f", {{"identifier", "x"}}, now)), "forms.never_kept");
    EXPECT_EQ(word_of(book().save("a", "f", {{"identifier_of_person", "x"}}, now)),
              "forms.never_kept");
    EXPECT_EQ(word_of(book().save("a", "f", {{"password", "x"}}, now)), "forms.never_kept");
}

TEST_P(FormBookTest, TakesNeitherTooLongOnesNorTooMany) {
    const std::string long_text(std::size_t{64} * 1024, 'x');
    EXPECT_EQ(word_of(book().save("a", "f", {{"reasons", long_text}}, now)), "forms.too_long");
    EXPECT_EQ(word_of(book().save("a", "", {}, now)), "forms.name");
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(book().save("a", "f" + std::to_string(i), {}, now).has_value());
    }
    EXPECT_EQ(word_of(book().save("a", "another", {}, now)), "forms.too_many");
    EXPECT_EQ(word_of(book().save("a", "f7", {{"reasons", "again"}}, now)), "");
}

}  // namespace
}  // namespace credit::forms
