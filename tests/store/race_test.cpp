// Authorities that act on one subject at once: whoever decided a listing and the credit office stay
// and lift its measures, while an implementing authority corrects what it said of one of them. Real
// threads, on both engines; what must never happen is read off the acts in their order.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "checks/effect.h"
#include "checks/feed.h"
#include "checks/index.h"
#include "demo/accounts.h"
#include "demo/fill.h"
#include "desk/clerk/listing_watch.h"
#include "desk/desk.h"
#include "desk/open_register.h"
#include "desk/rebuild.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "server/house.h"
#include "sql/pool.h"
#include "stays/order_stay.h"
#include "stays/stay.h"
#include "tests/store/store_fixture.h"

namespace credit {
namespace {

constexpr int rounds = 1000;
constexpr int corrections = 200;  // each act holds all that went before it

class RaceTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const server::HouseSettings settings{.store = store(), .home = folder() / "home"};
        ASSERT_TRUE(server::House::create(settings, desk::Purpose::Demonstration));
        house_ = server::House::open(settings).value();
        desk().observe([this](const ledger::Act& act) { follow(desk().pool(), index_, act); });
        ASSERT_TRUE(demo::open_accounts(*house_));
        const demo::Extent extent{
            .organisations = 25, .businesses = 5, .persons = 5, .records = 5, .listings = 15};
        ASSERT_TRUE(demo::fill(*house_, extent, [](std::string_view, double) {}));
        ASSERT_TRUE(desk::watch_some(desk(), desk::action, now(), {}, 1000));
        find_task();
        ASSERT_FALSE(duty_.measure.empty()) << "no task with a recommended measure";
    }
    void TearDown() override {
        house_.reset();
        EmptyStoreTest::TearDown();
    }

    desk::Desk& desk() { return house_->desk(); }
    static Instant now() { return SystemClock().now(); }

    // A task of a recommended measure, whose authority can leave it and take it.
    void find_task() {
        for (const auto& authority : desk().catalogue().authorities.all()) {
            const auto open =
                execution::ExecutionRegister(session()).open_at(authority.code, "", 100).value();
            for (const auto& task : open) {
                if (!task.is_task() || task.duties.front().mandatory) continue;
                task_ = task;
                duty_ = task.duties.front();
                return;
            }
        }
    }

    Result<ledger::Act> perform(const access::Principal& principal, const desk::Decide& decide) {
        return desk().perform({.principal = principal, .channel = "api", .received_at = now()},
                              task_.subject_key, decide);
    }

    // What one thread did: how often it was done, and how often another was faster.
    struct Tally {
        int done = 0;
        int refused = 0;
        int failed = 0;
        void count(const Result<ledger::Act>& act) {
            if (act) {
                ++done;
            } else if (act.error().code == ErrorCode::Refused) {
                ++refused;
            } else {
                ++failed;
            }
        }
    };

    Tally stay_and_lift(const access::Principal& principal) {
        const stays::StayProposal proposal{.scope = stays::Scope::Item,
                                           .item_id = duty_.item_id,
                                           .article = "luzhengfa-2017-44 art. 18",
                                           .document_number = "D",
                                           .officer = "X",
                                           .office = "X",
                                           .reasons = "X",
                                           .through_on = day_of(now())};
        Tally tally;
        std::string standing;
        for (int round = 0; round < rounds; ++round) {
            if (standing.empty()) {
                const auto act = perform(principal, [&](const access::Occasion& occasion) {
                    return stays::order_stay(occasion, task_.subject_key, proposal);
                });
                tally.count(act);
                if (act) standing = act->id + "-1";
                continue;
            }
            tally.count(perform(principal, [&](const access::Occasion& occasion) {
                return stays::lift_stay(occasion, task_.subject_key, standing,
                                        {.document_number = "D", .reasons = "X"});
            }));
            standing.clear();
        }
        if (standing.empty()) return tally;
        tally.count(perform(principal, [&](const access::Occasion& occasion) {
            return stays::lift_stay(occasion, task_.subject_key, standing,
                                    {.document_number = "D", .reasons = "X"});
        }));
        return tally;
    }

    execution::Answers answers(bool executed) const {
        execution::Answer answer;
        answer.item_id = duty_.item_id;
        answer.measure = duty_.measure;
        answer.outcome = executed ? "executed" : "not_executed";
        if (executed) {
            answer.done_on = day_of(now());
            answer.document_number = "D";
        } else {
            answer.why = "not_taken";
            answer.words = "X";
        }
        return {.each = {std::move(answer)}, .officer = {}, .office = {}};
    }

    Tally correct(const access::Principal& principal) {
        Tally tally;
        bool executed = false;
        // On a busy machine a stay may stand each time; in the end none does.
        for (int round = 0; round < corrections || (tally.done == 0 && round < rounds); ++round) {
            const auto act = perform(principal, [&](const access::Occasion& occasion) {
                return execution::correct_outcome(
                    occasion,
                    {.subject_key = task_.subject_key, .execution_id = task_.execution_id},
                    answers(!executed), "X");
            });
            tally.count(act);
            if (act) executed = !executed;
        }
        return tally;
    }

    // What two systems of an office send at once is taken once.
    void expect_one_answer_of_many(const access::Principal& principal) {
        constexpr int senders = 8;
        std::atomic<int> taken = 0;
        std::atomic<int> refused = 0;
        {
            std::vector<std::jthread> threads;
            for (int sender = 0; sender < senders; ++sender) {
                threads.emplace_back([&] {
                    const auto act = perform(principal, [&](const access::Occasion& occasion) {
                        return execution::record_outcome(
                            occasion,
                            {.subject_key = task_.subject_key, .execution_id = task_.execution_id},
                            answers(false));
                    });
                    ++(act ? taken : refused);
                });
            }
        }
        ASSERT_EQ(taken, 1);
        ASSERT_EQ(refused, senders - 1);
    }

    // In the order of the acts: nothing is executed while it is stayed, and nothing is stayed
    // twice.
    void expect_no_broken_invariant() {
        std::vector<ledger::Act> acts;
        const auto read = ledger::visit_acts_of(session(), desk().keys(), task_.subject_key,
                                                [&](const ledger::Act& act) {
                                                    acts.push_back(act);
                                                    return Result<void>();
                                                });
        ASSERT_TRUE(read);
        bool stayed = false;
        int broken = 0;
        for (const auto& act : acts) {
            if (act.kind == "stays.order_stay") broken += std::exchange(stayed, true) ? 1 : 0;
            if (act.kind == "stays.lift_stay") broken += std::exchange(stayed, false) ? 0 : 1;
            if (act.kind != "execution.correct_outcome") continue;
            const auto body = parse_object(act.body).value();
            auto after = execution::read_execution(body.at("execution").as_object()).value();
            const auto* const duty = after.find(duty_.item_id, duty_.measure);
            broken += stayed && duty->stands()->executed ? 1 : 0;
        }
        EXPECT_EQ(broken, 0);
        const checks::Index::Pin pin(index_);
        const auto* const entry = pin.find(task_.subject_key);
        ASSERT_NE(entry, nullptr);
        EXPECT_EQ(!entry->stays.empty(), stayed) << "the counter is told what stands";
    }

    std::unique_ptr<server::House> house_;
    checks::Index index_;
    execution::Execution task_;
    execution::Duty duty_;
};
INSTANTIATE_TEST_SUITE_P(, RaceTest, store::both_engines(), store::engine_name);

TEST_P(RaceTest, AThousandTimesWithoutABrokenInvariant) {
    const access::Principal decides{
        .account = "decides", .role = access::Role::Officer, .authority = duty_.decided_by};
    const access::Principal supervises{
        .account = "supervises", .role = access::Role::CreditOffice, .authority = "SD-DRC"};
    const access::Principal carries_out{
        .account = "carries_out", .role = access::Role::Officer, .authority = task_.authority};
    expect_one_answer_of_many(carries_out);

    std::vector<Tally> tallies(3);
    {
        const std::jthread one([&] { tallies[0] = stay_and_lift(decides); });
        const std::jthread two([&] { tallies[1] = stay_and_lift(supervises); });
        const std::jthread three([&] { tallies[2] = correct(carries_out); });
    }
    for (const auto& tally : tallies) EXPECT_EQ(tally.failed, 0);
    // On a busy machine one of the two may find the other's stay each time.
    EXPECT_GT(tallies[0].done + tallies[1].done, 0);
    EXPECT_GT(tallies[2].done, 0);
    EXPECT_GT(tallies[0].refused + tallies[1].refused, 0) << "nobody met anybody";
    expect_no_broken_invariant();
    const auto report = desk::rebuild_check(session(), desk().keys(), {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->equal());
}

}  // namespace
}  // namespace credit
