// What the register says of itself before it is asked, and what it answers when its clock is wrong.

#include "server/readiness.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "desk/clerk/time_watch.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/router.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "log/sequencer_thread.h"
#include "lookups/blocks/lookup_writer.h"
#include "server/house.h"
#include "sql/pool.h"
#include "tests/store/log_fixture.h"

namespace credit::server {
namespace {

using namespace std::chrono_literals;

// 2026-04-01 in the morning.
constexpr Instant morning{1'775'005'200'000};

std::string word_of(const http::ReadinessCheck& check) {
    const auto grounds = check.judge();
    return grounds.empty() ? "" : grounds.front().word;
}

// Until the check says so, or for some seconds.
std::string word_in_time(const http::ReadinessCheck& check, std::string_view awaited) {
    for (int turn = 0; turn < 200 && word_of(check) != awaited; ++turn)
        std::this_thread::sleep_for(20ms);
    return word_of(check);
}

TEST(Readiness, SaysThatTheStoreIsAway) {
    sql::Pool pool("postgresql://127.0.0.1:1/none", 2);
    EXPECT_EQ(word_of(store_check(pool)), "sql.unavailable");
}

TEST(Readiness, SaysThatTheClockWasSetBack) {
    SimulatedClock clock(morning);
    const desk::TimeWatch watch(morning, morning, desk::TimeWatch::Of::Machine);
    const auto check = clock_check(watch, clock);
    EXPECT_EQ(word_of(check), "");
    clock.set({morning.milliseconds - std::chrono::milliseconds(1h).count()});
    EXPECT_EQ(word_of(check), "desk.clock_set_back");
}

TEST(Readiness, TellsAProvisionalYearAndStaysReady) {
    const auto law = law::Library::load().value();
    SimulatedClock clock(start_of(law.calendar().known_through()));
    const auto check = calendar_check(law, clock);
    EXPECT_EQ(word_of(check), "");
    clock.set(start_of(law.calendar().known_through() + std::chrono::days{1}));
    EXPECT_EQ(word_of(check), "law.calendar_provisional");
    EXPECT_EQ(check.weight, http::Weight::Told);
}

TEST(Readiness, SaysThatLookUpsDoNotBecomeDurable) {
    std::atomic<bool> answered = false;
    const auto away = [] {
        return Result<std::unique_ptr<sql::Session>>(
            fail(ErrorCode::Unavailable, "sql.unavailable"));
    };
    lookups::LookupWriter writer(away);
    const auto check = lookups_check(writer);
    EXPECT_EQ(word_of(check), "");
    auto* const entry = writer.acquire();
    entry->lookup.id = "1";
    entry->owner = &answered;
    entry->done = [](lookups::Entry& done, const Result<void>& outcome) {
        EXPECT_FALSE(outcome) << "nothing was recorded, so nothing may be answered";
        *static_cast<std::atomic<bool>*>(done.owner) = true;
    };
    writer.submit(*entry);
    EXPECT_EQ(word_in_time(check, "sql.unavailable"), "sql.unavailable");
}

class LogReadinessTest : public log::LogTest {};
INSTANTIATE_TEST_SUITE_P(, LogReadinessTest, store::both_engines(), store::engine_name);

TEST_P(LogReadinessTest, SaysThatTheLogCannotBePublishedAndGoesOnWhenItCan) {
    std::ofstream(log_) << "a file where the folder belongs";
    sql::Pool pool(store(), 4);
    append();
    const log::SequencerThread sequencer(pool, keys_, place());
    const auto check = log_check(sequencer);
    EXPECT_EQ(word_in_time(check, "foundation.file_not_read"), "foundation.file_not_read");
    std::filesystem::remove(log_);
    EXPECT_EQ(word_in_time(check, ""), "");
    EXPECT_TRUE(verified().ok) << finding();
}

// A whole register on each engine, with a clock that the test sets.
class HouseReadinessTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const HouseSettings settings{.store = store(), .home = folder() / "home", .clock = &clock_};
        ASSERT_TRUE(House::create(settings, desk::Purpose::Demonstration));
        house_ = House::open(settings).value();
    }
    void TearDown() override {
        house_.reset();
        EmptyStoreTest::TearDown();
    }
    http::Response get(std::string_view target) {
        http::Request request;
        request.target = target;
        request.received_at = clock_.now();
        return house_->router().answer(std::move(request));
    }
    void set_back(std::chrono::milliseconds by) {
        clock_.set({clock_.now().milliseconds - by.count()});
    }

    SimulatedClock clock_{morning};
    std::unique_ptr<House> house_;
};
INSTANTIATE_TEST_SUITE_P(, HouseReadinessTest, store::both_engines(), store::engine_name);

TEST_P(HouseReadinessTest, IsReadyWhenAllIsWell) {
    const auto response = get("/readyz");
    EXPECT_EQ(response.status, 200) << response.body;
    const auto told = parse_object(response.body).value();
    std::vector<std::string> names;
    for (const auto& check : told.at("checks").as_array())
        names.emplace_back(check.at("name").as_string());
    std::vector<std::string> wanted{"store", "clock", "calendar", "log", "lookups", "clerk"};
    if (ledger::is_postgres(store())) wanted.emplace_back("other_nodes");
    EXPECT_EQ(names, wanted);
}

TEST_P(HouseReadinessTest, AnswersNothingThatHasADayWhileTheClockIsSetBack) {
    set_back(24h);
    EXPECT_EQ(get("/v1/lists/standards").status, 503);
    EXPECT_NE(get("/v1/lists/standards").body.find("desk.clock_set_back"), std::string::npos);
    EXPECT_EQ(get("/readyz").status, 503);
    EXPECT_EQ(get("/livez").status, 200);
    set_back(-24h);
    EXPECT_EQ(get("/v1/lists/standards").status, 200);
    EXPECT_EQ(get("/readyz").status, 200);
}

TEST_P(HouseReadinessTest, RemembersTheTimeOverARestartUnlessTheOperatorKnowsBetter) {
    house_.reset();
    set_back(24h);
    HouseSettings settings{.store = store(), .home = folder() / "home", .clock = &clock_};
    house_ = House::open(settings).value();
    EXPECT_EQ(get("/v1/lists/standards").status, 503);
    house_.reset();
    settings.time_is_right = true;
    house_ = House::open(settings).value();
    EXPECT_EQ(get("/v1/lists/standards").status, 200);
}

}  // namespace
}  // namespace credit::server
