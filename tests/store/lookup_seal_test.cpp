// Seals over look-ups on both engines: whatever is changed, dropped or put in is named.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/act_id.h"
#include "ledger/act_store.h"
#include "ledger/draft.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_block.sql.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup.h"
#include "lookups/lookup_batch.h"
#include "lookups/lookup_register.h"
#include "lookups/seals/seal.h"
#include "lookups/seals/sealed_rows.h"
#include "lookups/seals/verify_seals.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::lookups {
namespace {

constexpr Instant now{1'774'972'800'000};
constexpr std::array<std::string_view, 13> columns{
    "subject_key", "lookup_id", "bucket", "looked_at",   "account", "authority", "officer",
    "matter",      "purpose",   "ground", "case_number", "shown",   "digest"};

class LookupSealTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        looked_ = another_session();
        for (int each = 0; each < 40; ++each) look(each);
    }

    void look(int number) {
        const auto subject = "P" + std::to_string(number);
        const auto id = ledger::new_act_id(now);
        const auto digest = crypto::sha256(bytes_of("answer"));
        ids_.push_back(id);
        const std::vector<std::vector<sql::Value>> rows{
            {subject, id, bucket_of(subject), now.milliseconds, "clerk-1", "JN-SAMR", "O-1", "m",
             "approval", "g", "C-1", "nothing", digest}};
        auto transaction = sql::Transaction::begin(*looked_);
        ASSERT_TRUE(looked_->append_rows("lookup", columns, rows).has_value());
        ASSERT_TRUE(transaction->commit().has_value());
    }

    void screen() {
        LookupBatch batch{.id = ledger::new_act_id(now),
                          .looked_at = now,
                          .account = "clerk-1",
                          .authority = "JN-SAMR",
                          .reason = {},
                          .keys = {}};
        for (std::uint64_t key = 1; key <= 2000; ++key) batch.keys.push_back(key << 50U);
        ids_.push_back(batch.id);
        ASSERT_TRUE(record_batch(*looked_, batch).has_value());
    }

    SealPlan prepare() {
        return prepare_seal(session(), *looked_, ledger::new_act_id(now)).value();
    }

    // As the desk does it: the act and its rows in one transaction.
    Result<void> commit(const SealPlan& plan) {
        auto transaction = TRY(sql::Transaction::begin(session()));
        const access::Principal register_{.account = "register", .role = access::Role::Operator};
        const access::Occasion occasion{.session = session(),
                                        .law = law_,
                                        .catalogue = catalogue_,
                                        .principal = register_,
                                        .received_at = now,
                                        .day = day_of(now),
                                        .act_id = ledger::new_act_id(now)};
        const auto draft = TRY(seal(occasion, plan));
        const ledger::Act act{.id = occasion.act_id,
                              .kind = draft.kind,
                              .home_key = draft.home_key,
                              .performed_by = "register",
                              .channel = "clerk",
                              .occurred_on = draft.occurred_on,
                              .recorded_at = now,
                              .body = draft.body};
        TRY(ledger::append(session(), keys_, act));
        TRY(apply_seal(session(), act));
        return transaction.commit();
    }

    SealVerification verify() {
        return verify_seals(session(), Sessions::together(*looked_), keys_).value();
    }

    void change(const std::string& statement) {
        ASSERT_TRUE(
            looked_->execute(sql::Statement{.name = "test.change", .text = statement}).has_value());
    }

    law::Library law_ = law::Library::load().value();
    catalogue::Catalogue catalogue_ = catalogue::Catalogue::load(law_).value();
    ledger::Keys keys_ = ledger::Keys::generate();
    std::unique_ptr<sql::Session> looked_;
    std::vector<std::string> ids_;
};

INSTANTIATE_TEST_SUITE_P(, LookupSealTest, store::both_engines(), store::engine_name);

TEST_P(LookupSealTest, CoversEveryLookupOnce) {
    screen();
    ASSERT_TRUE(commit(prepare()).has_value());
    EXPECT_TRUE(prepare().seals.empty());
    look(7);
    const auto found = verify();
    EXPECT_TRUE(found.ok());
    EXPECT_EQ(found.lookups, 41);
    EXPECT_EQ(found.unsealed, 1);
}

TEST_P(LookupSealTest, NamesWhatWasChanged) {
    ASSERT_TRUE(commit(prepare()).has_value());
    change("UPDATE lookup SET shown = 'something' WHERE lookup_id = '" + ids_[11] + "'");
    const auto found = verify();
    ASSERT_EQ(found.findings.size(), 1);
    EXPECT_EQ(found.findings[0].fault, SealFault::Changed);
    EXPECT_EQ(found.findings[0].id, ids_[11]);
}

TEST_P(LookupSealTest, NamesWhatWasDropped) {
    ASSERT_TRUE(commit(prepare()).has_value());
    change("DELETE FROM lookup WHERE lookup_id = '" + ids_[5] + "'");
    const auto found = verify();
    ASSERT_EQ(found.findings.size(), 1);
    EXPECT_EQ(found.findings[0].fault, SealFault::Dropped);
    EXPECT_EQ(found.findings[0].id, ids_[5]);
}

TEST_P(LookupSealTest, NamesWhatWasPutIn) {
    ASSERT_TRUE(commit(prepare()).has_value());
    change("UPDATE lookup SET lookup_id = '" + ids_[3].substr(0, 25) + "Z' WHERE lookup_id = '" +
           ids_[3] + "'");
    const auto found = verify();
    ASSERT_EQ(found.findings.size(), 2);
    EXPECT_EQ(found.findings[0].fault, SealFault::Dropped);
    EXPECT_EQ(found.findings[1].fault, SealFault::Added);
}

TEST_P(LookupSealTest, CountsWhatIsNotSettledAndNamesWhatWouldComeBehindASeal) {
    ASSERT_TRUE(commit(prepare()).has_value());
    const auto keep = [&](const std::string& id) {
        std::string entries;
        Lookup waiting;
        waiting.id = id;
        waiting.subject_key = "P7";
        append_entry(entries, waiting);
        ASSERT_TRUE(looked_->execute(blocks::statements::insert_block, {id, bytes_of(entries)}));
    };
    keep(ledger::new_act_id(now));
    EXPECT_TRUE(verify().ok());
    EXPECT_EQ(verify().unsealed, 1);
    const auto behind = ids_[3].substr(0, 25) + "Z";
    keep(behind);
    const auto found = verify();
    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings[0].fault, SealFault::Added);
    EXPECT_EQ(found.findings[0].id, behind);
}

TEST_P(LookupSealTest, NamesABatchWhoseKeysWereChanged) {
    screen();
    ASSERT_TRUE(commit(prepare()).has_value());
    change("DELETE FROM lookup_batch_part WHERE first_digest < 0");
    const auto found = verify();
    ASSERT_EQ(found.findings.size(), 1);
    EXPECT_EQ(found.findings[0].fault, SealFault::Changed);
    EXPECT_EQ(found.findings[0].id, ids_.back());
}

TEST_P(LookupSealTest, ConvictsAChangedBlock) {
    ASSERT_TRUE(commit(prepare()).has_value());
    change("DELETE FROM lookup_seal_block");
    for (const auto& finding : verify().findings) EXPECT_EQ(finding.fault, SealFault::Block);
    EXPECT_FALSE(verify().ok());
    change("UPDATE lookup SET officer = 'O-2' WHERE lookup_id = '" + ids_[0] + "'");
    const auto found = verify();
    EXPECT_EQ(std::ranges::count(found.findings, SealFault::Stretch, &SealFinding::fault), 1);
}

TEST_P(LookupSealTest, ACrashBetweenBlockAndActLosesNothing) {
    prepare();
    EXPECT_TRUE(verify().ok());
    EXPECT_EQ(verify().unsealed, 40);
    look(40);
    ASSERT_TRUE(commit(prepare()).has_value());
    EXPECT_TRUE(verify().ok());
    EXPECT_EQ(verify().lookups, 41);
}

TEST_P(LookupSealTest, TwoSealsOfTheSameAreNotMade) {
    const auto first = prepare();
    const auto second = prepare();
    ASSERT_TRUE(commit(first).has_value());
    const auto again = commit(second);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().grounds.front().word, "lookups.sealed_meanwhile");
    EXPECT_TRUE(verify().ok());
}

TEST_P(LookupSealTest, ProbesABatchOfManyPieces) {
    screen();
    LookupRegister kept(*looked_);
    for (std::uint64_t key = 1; key <= 2000; key += 37) {
        const auto page = kept.on_subject({.subject_key = "Pnone", .digest = key << 50U}, {}, 50);
        ASSERT_EQ(page.value().lookups.size(), 1) << key;
    }
    for (const std::uint64_t absent : {std::uint64_t{0}, std::uint64_t{1} << 49U,
                                       (std::uint64_t{7} << 50U) + 1, ~std::uint64_t{0}}) {
        const auto page = kept.on_subject({.subject_key = "Pnone", .digest = absent}, {}, 50);
        EXPECT_TRUE(page.value().lookups.empty()) << absent;
    }
}

TEST_P(LookupSealTest, TurnsPagesWithoutLossOrRepetition) {
    for (int more = 0; more < 9; ++more) look(1);
    screen();
    LookupRegister kept(*looked_);
    std::vector<std::string> seen;
    Span span;
    do {
        const auto page =
            kept.on_subject({.subject_key = "P1", .digest = std::uint64_t{3} << 50U}, span, 4)
                .value();
        for (const auto& each : page.lookups) seen.push_back(each.lookup.id);
        span.before = page.next;
    } while (!span.before.empty());
    EXPECT_EQ(seen.size(), 11);
    EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater{}));
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

TEST_P(LookupSealTest, TheWriterRefusesWhatWouldComeBehindASeal) {
    LookupWriter writer([this] { return sql::open_session(store()); });
    Result<void> outcome;
    std::binary_semaphore told{0};
    struct Told {
        Result<void>& outcome;
        std::binary_semaphore& told;
    } owner{outcome, told};
    const auto submit = [&](const std::string& id) {
        Entry* const entry = writer.acquire();
        entry->lookup = {.id = id,
                         .subject_key = "P1",
                         .account = {},
                         .authority = {},
                         .reason = {},
                         .shown = "nothing"};
        entry->owner = &owner;
        entry->done = [](Entry& done, const Result<void>& result) {
            auto& waiting = *static_cast<Told*>(done.owner);
            waiting.outcome = result;
            waiting.told.release();
        };
        writer.submit(*entry);
        told.acquire();
        writer.release(*entry);
        return outcome;
    };
    const auto before = ledger::new_act_id(now);
    const auto sealed = ledger::new_act_id(now);
    EXPECT_TRUE(submit(before).has_value());
    writer.close_through(sealed);
    const auto late = submit(sealed);
    ASSERT_FALSE(late.has_value());
    EXPECT_EQ(late.error().grounds.front().word, "lookups.too_late");
    EXPECT_TRUE(submit(ledger::new_act_id(now)).has_value());
}

TEST_P(LookupSealTest, IdsGoOnAfterTheNewestOfAnEarlierProcess) {
    const auto newest = ledger::first_id_at(Instant{now.milliseconds + 5});
    ledger::begin_ids_after(newest);
    EXPECT_GT(ledger::new_act_id(now), newest);
    ledger::begin_ids_after("no id");
    EXPECT_GT(ledger::new_act_id(Instant{0}), newest);
    EXPECT_EQ(ledger::first_id_at(now).size(), newest.size());
    EXPECT_LT(ledger::first_id_at(now), newest);
}

}  // namespace
}  // namespace credit::lookups
