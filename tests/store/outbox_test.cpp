// The outbox on both engines: urgent first, tried again later and later, never twice at once.

#include "notices/channels/outbox.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "ledger/moves/store_move.h"
#include "notices/channels/address_book.h"
#include "notices/channels/channel.h"
#include "notices/content/content.h"
#include "notices/notice.h"
#include "notices/notice_register.h"
#include "sql/pool.h"
#include "tests/store/store_fixture.h"
#include "words/catalogue.h"

namespace credit::notices {
namespace {

constexpr std::string_view subject_key = "O91350100M000100Y43";
constexpr Instant noon{1772424000000};

Instant after_seconds(std::int64_t seconds) {
    return {noon.milliseconds + (seconds * 1000)};
}

// Takes letters, or fails as it is told.
class Recorder final : public Channel {
public:
    std::string_view name() const override { return mail_channel; }
    Result<std::string> send(const Letter& letter) override {
        tried.push_back(letter.id);
        if (meanwhile) meanwhile();
        if (failing) return std::unexpected(*failing);
        return "taken";
    }

    std::vector<std::string> tried;
    std::optional<Error> failing;
    std::function<void()> meanwhile;
};

Error failure(ErrorCode code) {
    return {.code = code, .grounds = {{.word = "notices.channel_away"}}};
}

class OutboxTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        law_ = std::make_unique<law::Library>(*law::Library::load());
        words_ = std::make_unique<words::Catalogue>(*words::Catalogue::load(*law_));
        catalogue_ = std::make_unique<catalogue::Catalogue>(*catalogue::Catalogue::load(*law_));
        pool_ = std::make_unique<sql::Pool>(store(), 4);
        std::tie(outbox_, recorder_) = open();
        ASSERT_TRUE(AddressBook(keys_.wrapping)
                        .save(session(), subject_key, mail_channel, "a@b.example")
                        .has_value());
    }

    std::pair<std::unique_ptr<Outbox>, Recorder*> open() {
        auto channel = std::make_unique<Recorder>();
        auto* const recorder = channel.get();
        Outbox::Channels channels;
        channels.push_back(std::move(channel));
        return {
            std::make_unique<Outbox>(
                *pool_, keys_, Sources{.words = *words_, .catalogue = *catalogue_, .law = *law_},
                std::move(channels)),
            recorder};
    }

    void owe(const std::string& id, bool urgent) {
        const Notice notice{.subject_key = std::string(subject_key),
                            .notice_id = id + "-n",
                            .act_id = id,
                            .word = "notices.listing_annulled",
                            .about_id = "listing-1",
                            .authority = "SD-SAMR",
                            .made_at = noon,
                            .urgent = urgent};
        ASSERT_TRUE(NoticeRegister(session()).save(notice).has_value());
    }

    std::int64_t send_at(std::int64_t seconds) {
        const auto tried = outbox_->send_due(SimulatedClock(after_seconds(seconds)));
        EXPECT_TRUE(tried.has_value());
        return tried.value_or(-1);
    }

    SendingState state_of(const std::string& id) {
        const auto states =
            sendings_of(session(), *NoticeRegister(session()).find(subject_key, id + "-n"));
        return states->front();
    }

    ledger::Keys keys_ = ledger::Keys::generate();
    std::unique_ptr<law::Library> law_;
    std::unique_ptr<words::Catalogue> words_;
    std::unique_ptr<catalogue::Catalogue> catalogue_;
    std::unique_ptr<sql::Pool> pool_;
    std::unique_ptr<Outbox> outbox_;
    Recorder* recorder_ = nullptr;
};

INSTANTIATE_TEST_SUITE_P(, OutboxTest, store::both_engines(), store::engine_name);

TEST_P(OutboxTest, SendsWhatIsUrgentFirstAndEachOnce) {
    owe("01A", false);
    owe("01B", true);
    EXPECT_EQ(send_at(0), 2);
    EXPECT_EQ(recorder_->tried, (std::vector<std::string>{"01B-n", "01A-n"}));
    EXPECT_EQ(send_at(3600), 0);
    EXPECT_EQ(state_of("01A").state, "sent");
    EXPECT_EQ(state_of("01A").sent_at, noon);
}

TEST_P(OutboxTest, TriesAgainLaterAndLater) {
    owe("01A", false);
    recorder_->failing = failure(ErrorCode::Unavailable);
    EXPECT_EQ(send_at(0), 1);
    EXPECT_EQ(send_at(4), 0);  // five seconds after the first attempt
    EXPECT_EQ(send_at(5), 1);
    EXPECT_EQ(send_at(14), 0);  // ten after the second
    EXPECT_EQ(send_at(15), 1);
    EXPECT_EQ(state_of("01A").attempts, 3);
    recorder_->failing.reset();
    EXPECT_EQ(send_at(35), 1);
    EXPECT_EQ(state_of("01A").state, "sent");
}

TEST_P(OutboxTest, GivesUpWhatIsRefusedForGood) {
    owe("01A", false);
    recorder_->failing = failure(ErrorCode::Refused);
    EXPECT_EQ(send_at(0), 1);
    EXPECT_EQ(state_of("01A").state, "given_up");
    EXPECT_EQ(send_at(3600), 0);
}

// The register goes on elsewhere, and sends it there.
TEST_P(OutboxTest, SendsNothingFromAStoreThatWasMoved) {
    owe("01A", false);
    ASSERT_TRUE(ledger::mark_moved(session(), noon));
    const auto sent = outbox_->send_due(SimulatedClock(noon));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().grounds.front().word, "ledger.store_moved");
    EXPECT_TRUE(recorder_->tried.empty());
}

TEST_P(OutboxTest, GivesUpWhereTheAddressIsGone) {
    owe("01A", false);
    ASSERT_TRUE(AddressBook::remove(session(), subject_key, mail_channel).has_value());
    EXPECT_EQ(send_at(0), 1);
    EXPECT_TRUE(recorder_->tried.empty());
    EXPECT_EQ(state_of("01A").state, "given_up");
}

// A mail server that takes a minute and a half for each; another node looks all the time.
TEST_P(OutboxTest, SendsEachOnceHoweverLongTheOthersTake) {
    for (const auto* id : {"01A", "01B", "01C", "01D", "01E", "01F"}) owe(id, false);
    const auto [other, others] = open();
    SimulatedClock clock(noon);
    recorder_->meanwhile = [&] {
        clock.set({clock.now().milliseconds + 90'000});
        if (recorder_->tried.size() < 4) return;
        EXPECT_TRUE(other->send_due(clock).has_value());
    };
    ASSERT_TRUE(outbox_->send_due(clock).has_value());
    EXPECT_EQ(recorder_->tried, (std::vector<std::string>{"01A-n", "01B-n", "01C-n", "01D-n"}));
    EXPECT_EQ(others->tried, (std::vector<std::string>{"01E-n", "01F-n"}));
    EXPECT_EQ(other->send_due(SimulatedClock(after_seconds(3600))), 0);
    EXPECT_EQ(others->tried.size(), 2U);
}

// Who was overtaken after all does not undo what the other did.
TEST_P(OutboxTest, WhoFailsTooLateLeavesItSent) {
    owe("01A", false);
    const auto [other, others] = open();
    SimulatedClock clock(noon);
    recorder_->meanwhile = [&] {
        clock.set(after_seconds(600));
        EXPECT_TRUE(other->send_due(clock).has_value());
    };
    recorder_->failing = failure(ErrorCode::Unavailable);
    ASSERT_TRUE(outbox_->send_due(clock).has_value());
    EXPECT_EQ(others->tried.size(), 1U);
    EXPECT_EQ(state_of("01A").state, "sent");
}

TEST(OutboxDelay, DoublesUpToHalfADay) {
    EXPECT_EQ(delay_milliseconds(1), 5'000);
    EXPECT_EQ(delay_milliseconds(2), 10'000);
    EXPECT_EQ(delay_milliseconds(13), 20'480'000);
    EXPECT_EQ(delay_milliseconds(14), 40'960'000);
    EXPECT_EQ(delay_milliseconds(15), 43'200'000);
    EXPECT_EQ(delay_milliseconds(28), 43'200'000);
}

}  // namespace
}  // namespace credit::notices
