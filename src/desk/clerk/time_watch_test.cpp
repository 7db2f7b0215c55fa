#include "desk/clerk/time_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "foundation/clock.h"

namespace credit::desk {
namespace {

using namespace std::chrono_literals;
using Of = TimeWatch::Of;

constexpr Instant begun{1'774'972'800'000};

Instant after(Instant instant, std::chrono::milliseconds time) {
    return {instant.milliseconds + time.count()};
}

std::string judged(const TimeWatch& watch, Instant now) {
    const auto believed = watch.believe(now);
    return believed ? "" : believed.error().grounds.front().word;
}

TEST(TimeWatch, BelievesAClockThatGoesOn) {
    const TimeWatch watch(after(begun, -1h), begun, Of::Machine);
    EXPECT_TRUE(watch.believe(begun));
    EXPECT_EQ(judged(watch, after(begun, 23h)), "");
}

TEST(TimeWatch, BelievesAClockThatWasPutRightBySeconds) {
    const TimeWatch watch(begun, begun, Of::Machine);
    EXPECT_TRUE(watch.believe(after(begun, -59s)));
    EXPECT_FALSE(watch.believe(after(begun, -62s)));
}

TEST(TimeWatch, NoticesAClockSetBackSinceItBegan) {
    const TimeWatch watch(after(begun, -48h), begun, Of::Machine);
    EXPECT_EQ(judged(watch, after(begun, -24h)), "desk.clock_set_back");
    EXPECT_EQ(watch.believe(after(begun, -24h)).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(judged(watch, begun), "") << "and goes on when the clock is right again";
}

TEST(TimeWatch, NoticesAClockSetBackWhileNothingRan) {
    const TimeWatch watch(begun, after(begun, -24h), Of::Machine);
    EXPECT_EQ(judged(watch, after(begun, -24h)), "desk.clock_set_back");
    EXPECT_EQ(judged(watch, begun), "");
}

TEST(TimeWatch, NoticesAnActOfAnotherTime) {
    TimeWatch watch(begun, begun, Of::Machine);
    watch.saw(after(begun, 1h));
    EXPECT_EQ(judged(watch, begun), "desk.clock_set_back");
    watch.saw(after(begun, -1h));
    EXPECT_EQ(judged(watch, begun), "desk.clock_set_back") << "an older act proves nothing";
    EXPECT_EQ(judged(watch, after(begun, 1h)), "");
}

TEST(TimeWatch, LetsALeapBePutRight) {
    const auto days = [](int number) { return std::chrono::hours{24 * number}; };
    TimeWatch watch(begun, after(begun, days(17)), Of::Machine);
    EXPECT_EQ(judged(watch, after(begun, days(17))), "");
    EXPECT_EQ(judged(watch, after(begun, 1h)), "") << "the time at the start was wrong";
    const TimeWatch sixteen(begun, after(begun, days(16)), Of::Machine);
    EXPECT_EQ(judged(sixteen, after(begun, 1h)), "desk.clock_set_back");
    watch.saw(after(begun, days(17)));
    EXPECT_EQ(judged(watch, after(begun, 1h)), "desk.clock_set_back") << "an act was recorded";
}

TEST(TimeWatch, LetsASimulationLeapButNotGoBack) {
    TimeWatch watch(begun, begun, Of::Simulation);
    EXPECT_EQ(judged(watch, after(begun, 100'000h)), "");
    watch.saw(after(begun, 100'000h));
    EXPECT_EQ(judged(watch, after(begun, 99'999h)), "desk.clock_set_back");
}

}  // namespace
}  // namespace credit::desk
