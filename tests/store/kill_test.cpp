// A process killed while it appends, numbers and publishes: nothing acknowledged is lost, and the
// next start goes on from whatever it left.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "ledger/act.h"
#include "ledger/act_store.h"
#include "log/sequencer_thread.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/store/log_fixture.h"

namespace credit::log {
namespace {

constexpr std::size_t id_size = 26;
const std::string home_key = "O91370000000000000A";

class KillTest : public LogTest {
protected:
    // Appends until it is killed, and says each act's id once it is committed.
    [[noreturn]] void work(int acknowledge) const {
        sql::Pool pool(store(), 4);
        SequencerThread thread(pool, keys_, place());
        for (;;) {
            const ledger::Act act{.id = ledger::new_act_id(SystemClock().now()),
                                  .kind = "test.act",
                                  .home_key = home_key,
                                  .recorded_at = now,
                                  .body = "{}"};
            if (!append_one(pool, act)) continue;
            thread.wake();
            if (::write(acknowledge, act.id.data(), act.id.size()) < 0) ::_exit(1);
        }
    }

    Result<void> append_one(sql::Pool& pool, const ledger::Act& act) const {
        const auto lease = TRY(pool.lease(sql::Access::Write));
        auto transaction = TRY(sql::Transaction::begin(*lease));
        TRY(ledger::append(*lease, keys_, act));
        return transaction.commit();
    }

    // Answers the ids that were acknowledged before the end.
    std::vector<std::string> work_and_kill(std::chrono::milliseconds after) const {
        std::array<int, 2> pipe{};
        EXPECT_EQ(::pipe(pipe.data()), 0);
        const auto child = ::fork();
        if (child == 0) work(pipe[1]);
        ::close(pipe[1]);
        std::this_thread::sleep_for(after);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        std::vector<std::string> ids;
        std::array<char, id_size> id{};
        while (::read(pipe[0], id.data(), id.size()) == static_cast<ssize_t>(id.size()))
            ids.emplace_back(id.data(), id.size());
        ::close(pipe[0]);
        return ids;
    }
};
INSTANTIATE_TEST_SUITE_P(, KillTest, store::both_engines(), store::engine_name);

TEST_P(KillTest, LosesNothingThatWasAcknowledged) {
    std::size_t acknowledged = 0;
    for (int round = 0; round < 6; ++round) {
        const auto ids = work_and_kill(std::chrono::milliseconds(150 + 73 * round));
        acknowledged += ids.size();
        const auto again = another_session();
        for (const auto& id : ids)
            ASSERT_TRUE(ledger::read_act(*again, keys_, home_key, id).has_value()) << id;
        // The first end may come before anything was published.
        const auto found = verified();
        EXPECT_TRUE(found.ok || (round == 0 && found.checkpoint.empty()))
            << finding() << " before the next start";
        ASSERT_TRUE(sequence().has_value());
        EXPECT_TRUE(verified().ok) << finding();
        EXPECT_GE(verified().entries, acknowledged);
    }
    EXPECT_GT(acknowledged, 0U);
}

}  // namespace
}  // namespace credit::log
