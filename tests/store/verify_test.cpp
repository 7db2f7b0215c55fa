// Whatever is changed behind the register's back is found, and the first wrong entry is named.

#include "log/verify.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "ledger/act_store.h"
#include "log/log_head.h"
#include "log/sequencer.h"
#include "tests/store/log_fixture.h"

namespace credit::log {
namespace {

class VerifyTest : public LogTest {};
INSTANTIATE_TEST_SUITE_P(, VerifyTest, store::both_engines(), store::engine_name);

TEST_P(VerifyTest, FindsNothingWrongWithALogAsItGrows) {
    EXPECT_TRUE(verified().ok);
    for (const int more : {1, 254, 1, 1, 300}) {
        fill(more);
        const auto outcome = verified();
        EXPECT_TRUE(outcome.ok) << finding();
        EXPECT_EQ(outcome.checkpoint, checkpoint());
    }
    EXPECT_EQ(verified().entries, 557U);
    append("{}");  // committed, not yet numbered
    EXPECT_TRUE(verified().ok);
    const auto files = verify_files({.log = log_, .verifier = verifier_of(keys_)});
    EXPECT_TRUE(files->ok);
    EXPECT_EQ(files->root, verified().root);
}

TEST_P(VerifyTest, AcceptsALogThatIsAheadOfItsFiles) {
    fill(5);
    append_many(3);
    auto sequencer = Sequencer::open(session(), keys_, place());
    EXPECT_EQ(sequencer->number(session(), now).value(), 3);
    EXPECT_TRUE(verified().ok);
    EXPECT_EQ(verified().entries, 5U);
    run_sql("UPDATE act SET kind = 'other' WHERE act_id = '" + act_at(6) + "'");
    EXPECT_EQ(finding(), "log.found_act_changed");
    EXPECT_EQ(verified().first_wrong, 6U);
}

TEST_P(VerifyTest, NamesAnActThatWasFlipped) {
    fill(300);
    for (const std::string change :
         {"kind = 'x'", "performed_by = 'x'", "on_behalf_of = 'x'", "channel = 'x'",
          "occurred_on = '2020-01-01'", "recorded_at = 1", "idempotency_key = 'x'",
          "body = law_digest", "home_version = 999"}) {
        run_sql("UPDATE act SET " + change + " WHERE act_id = '" + act_at(270) + "'");
        EXPECT_EQ(finding(), "log.found_act_changed") << change;
        EXPECT_EQ(verified().first_wrong, 270U);
        EXPECT_FALSE(verified().ok);
    }
}

TEST_P(VerifyTest, NamesTheFirstOfTwoActsThatWereSwapped) {
    fill(20);
    const auto first = act_at(4);
    const auto second = act_at(11);  // of the same home key
    run_sql("UPDATE act SET act_id = 'swapping' WHERE act_id = '" + first + "'");
    run_sql("UPDATE act SET act_id = '" + first + "' WHERE act_id = '" + second + "'");
    run_sql("UPDATE act SET act_id = '" + second + "' WHERE act_id = 'swapping'");
    EXPECT_EQ(finding(), "log.found_act_changed");
    EXPECT_EQ(verified().first_wrong, 4U);
}

TEST_P(VerifyTest, NamesTheFirstOfTwoEntriesThatWereSwapped) {
    fill(20);
    run_sql("UPDATE log_entry SET log_index = 1000 WHERE log_index = 7");
    run_sql("UPDATE log_entry SET log_index = 7 WHERE log_index = 9");
    run_sql("UPDATE log_entry SET log_index = 9 WHERE log_index = 1000");
    EXPECT_EQ(finding(), "log.found_entry_changed");
    EXPECT_EQ(verified().first_wrong, 7U);
}

TEST_P(VerifyTest, NamesAnActThatWasDropped) {
    fill(20);
    run_sql("DELETE FROM act WHERE act_id = '" + act_at(13) + "'");
    EXPECT_EQ(finding(), "log.found_act_missing");
    EXPECT_EQ(verified().first_wrong, 13U);
    run_sql("DELETE FROM log_entry WHERE log_index = 12");
    EXPECT_EQ(finding(), "log.found_entry_missing");
    EXPECT_EQ(verified().first_wrong, 12U);
    run_sql("DELETE FROM log_entry WHERE log_index > 9");
    EXPECT_EQ(verified().first_wrong, 10U);
}

TEST_P(VerifyTest, FindsAnActThatNoEntryCovers) {
    fill(20);
    append("{}");
    run_sql("UPDATE act SET kind = 'x' WHERE act_id IN (SELECT act_id FROM unsequenced)");
    EXPECT_EQ(finding(), "log.found_waiting_changed");
    run_sql("DELETE FROM unsequenced WHERE act_id <> ''");
    EXPECT_EQ(finding(), "log.found_act_unlogged");
}

TEST_P(VerifyTest, NamesWhatWasChangedInTheFiles) {
    fill(600);
    flip("tile/0/001", 32 * 5);
    EXPECT_EQ(finding(), "log.found_tile_changed");
    EXPECT_EQ(verified().first_wrong, 261U);
    flip("tile/0/001", 32 * 5);
    flip("tile/entries/002.p/88", 34 * 3 + 2);
    EXPECT_EQ(finding(), "log.found_bundle_changed");
    EXPECT_EQ(verified().first_wrong, 515U);
    flip("tile/entries/002.p/88", 34 * 3 + 2);
    flip("tile/1/000.p/2", 40);
    EXPECT_EQ(finding(), "log.found_tile_changed");
    EXPECT_EQ(verified().first_wrong, 256U);
    flip("tile/1/000.p/2", 40);
    flip("tile/entries/000", 0);
    EXPECT_EQ(finding(), "log.tile_broken");
    flip("tile/entries/000", 0);
    std::filesystem::remove(log_ / "tile/0/001");
    EXPECT_EQ(finding(), "log.tile_missing");
    EXPECT_EQ(verified().first_wrong, 256U);
    EXPECT_EQ(verify_files({.log = log_, .verifier = verifier_of(keys_)})->first_wrong, 256U);
}

TEST_P(VerifyTest, RefusesACheckpointThatTheLogDidNotSign) {
    fill(3);
    // Another character of base64 within the signature, so that it stays a note.
    std::string note = checkpoint();
    char& character = note[note.size() - 20];
    character = character == 'A' ? 'B' : 'A';
    std::ofstream(log_ / "checkpoint", std::ios::binary) << note;
    EXPECT_EQ(finding(), "log.wrong_signature");
    std::filesystem::remove(log_ / "checkpoint");
    EXPECT_EQ(finding(), "log.no_checkpoint");
}

TEST_P(VerifyTest, FindsARollbackByAnOlderCheckpoint) {
    fill(10);
    const auto older = checkpoint();
    fill(5);
    EXPECT_TRUE(verified(older).ok);
    EXPECT_FALSE(
        verify_files({.log = log_, .verifier = verifier_of(keys_), .older = "none"}).has_value());

    // The whole store is taken back and signed again: only the older checkpoint tells.
    for (const auto* const table : {"act", "act_key", "log_entry", "log_head"})
        run_sql("DELETE FROM " + std::string(table));
    std::filesystem::remove_all(log_);
    fill(4);
    EXPECT_TRUE(verified().ok);
    EXPECT_EQ(finding(older), "log.found_rollback");
    fill(20);
    EXPECT_TRUE(verified().ok);
    EXPECT_EQ(finding(older), "log.found_fork");
}

TEST_P(VerifyTest, FindsAStoreBehindItsFiles) {
    fill(5);
    const auto head = find_head(session()).value();
    fill(5);
    run_sql("DELETE FROM log_entry WHERE log_index >= 5");
    EXPECT_EQ(verified().first_wrong, 5U);
}

TEST_P(VerifyTest, TakesAnErasedBodyByItsCiphertext) {
    fill(5);
    const auto erased = act_at(2);
    append("{}");
    ASSERT_TRUE(sequence().has_value());
    run_sql("DELETE FROM act_key WHERE act_id = '" + erased + "'");
    EXPECT_EQ(finding(), "log.found_key_missing");
    EXPECT_EQ(verified().first_wrong, 2U);
    // The third act of home key O3 is erased by another act of that key.
    append_many(4);
    ASSERT_TRUE(sequence().has_value());
    ASSERT_TRUE(ledger::erase_body(session(), "O3", erased, act_at(9)).has_value());
    EXPECT_TRUE(verified().ok) << finding();
    run_sql("UPDATE act_erasure SET erased_by = 'nobody'");
    EXPECT_EQ(finding(), "log.found_erasure_without_act");
}

}  // namespace
}  // namespace credit::log
