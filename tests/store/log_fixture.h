// A store with keys and a log's directory, and ways to tamper with them.

#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "log/log_head.h"
#include "log/sequencer.h"
#include "log/verify.h"
#include "sql/session.h"
#include "tests/store/store_fixture.h"

namespace credit::log {

inline constexpr Instant now{1'774'972'800'000};

class LogTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log_ = folder() / "log";
        ASSERT_TRUE(ledger::enroll_keys(session(), keys_).has_value());
    }

    // One act; answers its id.
    std::string append(const std::string& body = "{}") {
        const ledger::Act act{.id = ledger::new_act_id(now),
                              .kind = "test.act",
                              .home_key = "O" + std::to_string(++count_ % 7),
                              .performed_by = "officer",
                              .occurred_on = day_of(now),
                              .recorded_at = now,
                              .body = body};
        auto transaction = sql::Transaction::begin(session());
        EXPECT_TRUE(transaction.has_value());
        EXPECT_TRUE(ledger::append(session(), keys_, act).has_value());
        EXPECT_TRUE(transaction->commit().has_value());
        return act.id;
    }
    void append_many(int number) {
        auto transaction = sql::Transaction::begin(session());
        for (int i = 0; i < number; ++i) {
            const ledger::Act act{.id = ledger::new_act_id(now),
                                  .kind = "test.act",
                                  .home_key = "O" + std::to_string(++count_ % 7),
                                  .recorded_at = now,
                                  .body = std::to_string(i)};
            ASSERT_TRUE(ledger::append(session(), keys_, act).has_value());
        }
        ASSERT_TRUE(transaction->commit().has_value());
    }

    Sequencer::Place place() const { return {.log = log_, .holder = "test"}; }
    Result<void> sequence() {
        auto sequencer = TRY(Sequencer::open(session(), keys_, place()));
        return sequencer.run(session(), now);
    }
    void fill(int number) {
        append_many(number);
        const auto done = sequence();
        ASSERT_TRUE(done.has_value()) << done.error().grounds.front().word;
    }

    Verification verified(std::optional<std::string> older = {}) {
        const auto outcome = verify(
            session(), {.log = log_, .verifier = verifier_of(keys_), .older = std::move(older)});
        EXPECT_TRUE(outcome.has_value());
        return outcome.value_or(Verification());
    }
    std::string finding(std::optional<std::string> older = {}) {
        const auto outcome = verified(std::move(older));
        return outcome.finding ? outcome.finding->word : "";
    }
    std::string checkpoint() const { return read_whole(log_ / "checkpoint").value_or(""); }

    void run_sql(std::string_view text) {
        const sql::Statement statement{.name = "test.tamper", .text = text};
        const auto done = session().execute(statement);
        EXPECT_TRUE(done.has_value() && *done > 0) << text;
    }
    // Flips one bit of a file of the log.
    void flip(const std::string& path, std::size_t at) {
        auto content = read_whole(log_ / path).value();
        content.at(at) = static_cast<char>(content.at(at) ^ 1);
        ASSERT_TRUE(write_whole(log_ / path, bytes_of(content)).has_value());
    }
    // The act id of an entry.
    std::string act_at(std::int64_t index) {
        const sql::Statement find{.name = "test.find",
                                  .text = "SELECT act_id FROM log_entry WHERE log_index = $1"};
        return session().find(find, {index}).value()->text(0);
    }

    const ledger::Keys keys_ = ledger::Keys::generate();
    std::filesystem::path log_;
    int count_ = 0;
};

}  // namespace credit::log
