// The ledger's store on both engines: acts, idempotency, clocks, distribution, keys.

#include "ledger/act_store.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/distribution.h"
#include "ledger/idempotency.h"
#include "ledger/keys.h"
#include "sql/session.h"
#include "tests/store/store_fixture.h"

namespace credit::ledger {
namespace {

using namespace std::chrono_literals;

constexpr Instant now{1'774'972'800'000};
const std::string subject = "O91370000000000000A";

Act an_act(const std::string& home_key, const std::string& body) {
    return {.id = new_act_id(now),
            .kind = "lists.propose_listing",
            .home_key = home_key,
            .performed_by = "officer-1",
            .on_behalf_of = "370000-01",
            .channel = "api",
            .occurred_on = 2026y / 4 / 1,
            .recorded_at = now,
            .law_digest = crypto::sha256(bytes_of("law")),
            .idempotency_key = "k",
            .body = body};
}

const std::string& word_of(const Error& error) {
    return error.grounds.front().word;
}

class ActStoreTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(enroll_keys(session(), keys_).has_value());
    }
    Result<void> perform(const Act& act) {
        auto transaction = TRY(sql::Transaction::begin(session()));
        TRY(lock_home(session(), act.home_key));
        TRY(append(session(), keys_, act));
        return transaction.commit();
    }

    const Keys keys_ = Keys::generate();
};

INSTANTIATE_TEST_SUITE_P(, ActStoreTest, store::both_engines(), store::engine_name);

TEST_P(ActStoreTest, ReadsBackWhatWasAppended) {
    const auto act = an_act(subject, R"({"ground":"失信"})");
    ASSERT_TRUE(perform(act).has_value());
    const auto read = read_act(session(), keys_, subject, act.id).value();
    EXPECT_EQ(read.body, act.body);
    EXPECT_EQ(read.kind, act.kind);
    EXPECT_EQ(read.occurred_on, act.occurred_on);
    EXPECT_EQ(read.recorded_at, act.recorded_at);
    EXPECT_EQ(read.law_digest, act.law_digest);
    EXPECT_FALSE(read.body_erased);
    EXPECT_EQ(word_of(read_act(session(), keys_, subject, "none").error()), "ledger.no_such_act");
    EXPECT_EQ(word_of(read_act(session(), Keys::generate(), subject, act.id).error()),
              "foundation.seal_broken");
}

TEST_P(ActStoreTest, RefusesAnIdThatStands) {
    const auto act = an_act(subject, "{}");
    ASSERT_TRUE(perform(act).has_value());
    EXPECT_EQ(perform(act).error().code, ErrorCode::Conflict);
}

TEST_P(ActStoreTest, RaisesTheVersionOfAHomeKeyOnly) {
    EXPECT_EQ(home_version(session(), subject).value(), 0);
    EXPECT_EQ(lock_home(session(), subject).value(), 1);
    ASSERT_TRUE(perform(an_act(subject, "{}")).has_value());
    EXPECT_EQ(home_version(session(), subject).value(), 3);
    EXPECT_EQ(home_version(session(), "R").value(), 0);
}

TEST_P(ActStoreTest, VisitsActsOfOneKeyInOrderEvenWhenAClockGoesBack) {
    auto late = an_act(subject, "1");
    auto early = an_act(subject, "2");
    std::swap(late.id, early.id);
    ASSERT_TRUE(perform(late).has_value());
    ASSERT_TRUE(perform(an_act("R", "other")).has_value());
    ASSERT_TRUE(perform(early).has_value());
    std::vector<std::string> bodies;
    ASSERT_TRUE(visit_acts_of(session(), keys_, subject, [&](const Act& act) -> Result<void> {
                    bodies.push_back(act.body);
                    return {};
                }).has_value());
    EXPECT_EQ(bodies, (std::vector<std::string>{"1", "2"}));
    bodies.clear();
    ASSERT_TRUE(visit_acts(session(), keys_, [&](const Act& act) -> Result<void> {
                    if (act.home_key == subject) bodies.push_back(act.body);
                    return {};
                }).has_value());
    EXPECT_EQ(bodies, (std::vector<std::string>{"1", "2"}));
}

TEST_P(ActStoreTest, ErasesABodyForGood) {
    const auto act = an_act(subject, "secret");
    const auto erasing = an_act(subject, "{}");
    ASSERT_TRUE(perform(act).has_value());
    ASSERT_TRUE(perform(erasing).has_value());
    ASSERT_TRUE(erase_body(session(), subject, act.id, erasing.id).has_value());
    ASSERT_TRUE(erase_body(session(), subject, act.id, erasing.id).has_value());
    const auto read = read_act(session(), keys_, subject, act.id).value();
    EXPECT_TRUE(read.body_erased);
    EXPECT_TRUE(read.body.empty());
    EXPECT_FALSE(erase_body(session(), subject, "none", erasing.id).has_value());
}

TEST_P(ActStoreTest, NamesAKeyThatIsMissingWithoutAnErasingAct) {
    const auto act = an_act(subject, "secret");
    ASSERT_TRUE(perform(act).has_value());
    const sql::Statement drop{.name = "test.drop", .text = "DELETE FROM act_key"};
    ASSERT_TRUE(session().execute(drop).has_value());
    EXPECT_EQ(word_of(read_act(session(), keys_, subject, act.id).error()),
              "ledger.body_key_missing");
}

TEST_P(ActStoreTest, AnswersTheSameRequestOnceMore) {
    const IdempotentRequest request{
        .caller = "a", .key = "k", .digest = crypto::sha256(bytes_of("x"))};
    const Instant expires_at{now.milliseconds + 100};
    EXPECT_FALSE(find_idempotent(session(), keys_, request, now).value().has_value());
    ASSERT_TRUE(save_idempotent(session(), keys_, request, "answer", expires_at).has_value());
    EXPECT_EQ(find_idempotent(session(), keys_, request, now).value(), "answer");
    auto other = request;
    other.digest[0] ^= 1U;
    EXPECT_EQ(word_of(find_idempotent(session(), keys_, other, now).error()),
              "ledger.key_used_otherwise");
    EXPECT_EQ(save_idempotent(session(), keys_, request, "again", expires_at).error().code,
              ErrorCode::Conflict);
    // From its last moment on it is forgotten.
    EXPECT_FALSE(find_idempotent(session(), keys_, request, expires_at).value().has_value());
    const Instant later{expires_at.milliseconds + 1};
    EXPECT_TRUE(save_idempotent(session(), keys_, request, "later", later).has_value());
    EXPECT_EQ(forget_idempotent(session(), later, 0).value(), 0);
    EXPECT_EQ(forget_idempotent(session(), later, 10).value(), 1);
    EXPECT_EQ(forget_idempotent(session(), later, 10).value(), 0);
}

TEST_P(ActStoreTest, ShowsClocksOnceTheirLastDayIsReached) {
    const StatutoryClock clock{.subject_key = subject,
                               .clock_id = "A-1",
                               .kind = "notices.defence_window",
                               .about_id = "L1",
                               .due_on = 2026y / 4 / 10,
                               .article = "x art. 1",
                               .act_id = "A"};
    ASSERT_TRUE(set_clock(session(), clock).has_value());
    const auto due = [&](Date day) {
        const auto found =
            due_clocks(session(), {.bucket = bucket_of(subject), .last_day = day, .limit = 10});
        EXPECT_TRUE(found.has_value());
        return found->size();
    };
    EXPECT_EQ(due(2026y / 4 / 9), 0);
    EXPECT_EQ(due(2026y / 4 / 10), 1);
    EXPECT_TRUE(
        due_clocks(
            session(),
            {.bucket = bucket_of(subject), .last_day = 2026y / 4 / 10, .limit = 10, .after = clock})
            ->empty());
    EXPECT_EQ(clear_clocks_about(session(), subject, "L1", "other.kind", "B").value(), 0);
    EXPECT_EQ(clear_clocks_about(session(), subject, "L1", "", "B").value(), 1);
    EXPECT_EQ(due(2026y / 4 / 10), 0);
    ASSERT_TRUE(clear_clock(session(), subject, "A-1", "C").has_value());
    ASSERT_TRUE(visit_clocks_of(session(), subject, [](const StatutoryClock& each) -> Result<void> {
                    EXPECT_EQ(each.done_by, "B");
                    return {};
                }).has_value());
}

TEST_P(ActStoreTest, KeepsATellingOpenUntilItIsAcknowledged) {
    const Told told{.subject_key = subject,
                    .distribution_id = "A-1",
                    .act_id = "A",
                    .recipient_kind = "authority",
                    .recipient = "370000-02",
                    .about_id = "L1",
                    .what = "removed",
                    .urgent = true};
    ASSERT_TRUE(tell(session(), told).has_value());
    const auto open = [&] {
        return told_to(session(), {.recipient_kind = told.recipient_kind,
                                   .recipient = told.recipient,
                                   .after = "",
                                   .limit = 10})
            .value();
    };
    ASSERT_EQ(open().size(), 1U);
    EXPECT_FALSE(open().front().sent_at.has_value());
    ASSERT_TRUE(mark_sent(session(), subject, "A-1", now).has_value());
    EXPECT_EQ(open().front().sent_at, now);
    ASSERT_TRUE(acknowledge(session(), subject, "A-1", {now.milliseconds + 5}, "ok").has_value());
    EXPECT_TRUE(open().empty());
    ASSERT_TRUE(visit_told(session(), subject, "L1", [&](const Told& each) -> Result<void> {
                    EXPECT_EQ(each.receipt, "ok");
                    EXPECT_EQ(each.sent_at, now);
                    return {};
                }).has_value());
}

TEST_P(ActStoreTest, TellsWhatIsUrgentFirstFromPageToPage) {
    const auto tell_of = [&](std::string_view id, bool urgent) {
        const Told told{.subject_key = subject,
                        .distribution_id = std::string(id),
                        .act_id = "A",
                        .recipient_kind = "authority",
                        .recipient = "370000-02",
                        .about_id = "L1",
                        .what = urgent ? "withdrawn" : "listed",
                        .urgent = urgent};
        ASSERT_TRUE(tell(session(), told).has_value());
    };
    tell_of("A-1", false);
    tell_of("B-1", true);
    tell_of("C-1", false);
    tell_of("D-1", true);
    std::vector<std::string> order;
    std::string after;
    for (int page = 0; page < 4; ++page) {
        const auto rows = told_to(session(), {.recipient_kind = "authority",
                                              .recipient = "370000-02",
                                              .after = after,
                                              .limit = 1})
                              .value();
        ASSERT_EQ(rows.size(), 1U);
        order.push_back(rows.front().distribution_id);
        after = place_of(rows.front());
    }
    EXPECT_EQ(order, (std::vector<std::string>{"B-1", "D-1", "A-1", "C-1"}));
}

TEST_P(ActStoreTest, RefusesTheKeysOfAnotherStore) {
    EXPECT_TRUE(check_keys(session(), keys_).has_value());
    EXPECT_EQ(word_of(check_keys(session(), Keys::generate()).error()), "ledger.wrong_keys");
    auto nearly = keys_;
    nearly.wrapping[0] ^= 1U;
    EXPECT_FALSE(check_keys(session(), nearly).has_value());
    EXPECT_EQ(word_of(enroll_keys(session(), keys_).error()), "ledger.already_enrolled");
}

}  // namespace
}  // namespace credit::ledger
