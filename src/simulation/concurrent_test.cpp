// Writers and counters at once, on threads of their own: no answer is older than what was committed
// before it was asked. Run with the thread sanitizer too.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/context.h"
#include "http/message.h"
#include "http/private_folder.h"
#include "http/router.h"
#include "http/wire/spool.h"
#include "server/house.h"

namespace credit::simulation {
namespace {

using access::Role;
using std::chrono::days;

constexpr std::size_t subjects = 3;
constexpr int turns = 40;  // of each writer

// One listing that is held and resumed in turn: held after an odd number of turns.
struct Listed {
    demo::SyntheticSubject who;
    std::string listing;
    std::atomic<int> begun = 0;
    std::atomic<int> committed = 0;
};

class HouseConcurrently : public testing::Test {
protected:
    void SetUp() override {
        const server::HouseSettings settings{.store = (folder_.path() / "store.db").string(),
                                             .clock = &clock_};
        ASSERT_TRUE(server::House::create(settings, desk::Purpose::Demonstration).has_value());
        house_ = std::move(*server::House::open(settings));
        admit(Role::Officer);
        admit(Role::Clerk);
        admit(Role::ApprovalSystem);
        demo::Dice dice(7);
        for (auto& listed : listed_) list(listed, dice);
    }

    void admit(Role role) {
        house_->router().context().principals.admit(
            access::digest_of(token_of(role)),
            {.account = std::string(access::id_of(role)), .role = role, .authority = "SD-SAMR"},
            Instant{clock_.now().milliseconds * 2});
    }

    static std::string token_of(Role role) {
        return "token-of-" + std::string(access::id_of(role));
    }

    http::Response post(std::string_view path, const JsonObject& body, Role role,
                        std::unique_ptr<http::Spool> file = nullptr) {
        http::Request request;
        request.method = http::Method::Post;
        request.target = path;
        request.authorization = "Bearer " + token_of(role);
        request.idempotency_key = "concurrent-" + std::to_string(++keys_);
        request.received_at = clock_.now();
        request.content_type = file ? "text/csv" : "application/json";
        request.body = file ? std::string() : to_text(body);
        request.file = std::move(file);
        return house_->router().answer(std::move(request));
    }

    std::string day(int offset) const {
        return calendar::to_text(day_of(clock_.now()) + days{offset});
    }

    void step(Listed& listed, std::string_view name, const JsonObject& body) {
        const auto response =
            post("/v1/listings/" + listed.listing + "/" + std::string(name), body, Role::Officer);
        EXPECT_EQ(response.status, 200) << response.body;
    }

    void list(Listed& listed, demo::Dice& dice) {
        const auto& catalogue = house_->desk().catalogue();
        listed.who = demo::make_organisation(dice);
        demo::Table table(catalogue, **catalogue.kinds.find("registration", day_of(clock_.now())));
        table.add(listed.who, **catalogue.authorities.find("SD-SAMR"), "",
                  day_of(clock_.now()) - days{100}, {{catalogue::ColumnRole::State, "存续"}});
        auto file = std::move(*http::Spool::create());
        EXPECT_TRUE(file->append(table.csv()).has_value());
        EXPECT_EQ(post("/v1/submissions", {}, Role::Clerk, std::move(file)).status, 201);
        const auto proposed = post("/v1/listings",
                                   {{"identifier", listed.who.identifier},
                                    {"name", listed.who.name},
                                    {"standard", "samr_serious"},
                                    {"ground", "food"},
                                    {"conduct_on", day(-60)},
                                    {"facts", "示例"},
                                    {"finding", "示例"},
                                    {"basis_document", "示例"}},
                                   Role::Officer);
        ASSERT_EQ(proposed.status, 201) << proposed.body;
        listed.listing = parse_object(proposed.body)->at("listing").as_string();
        step(listed, "notice",
             {{"served_on", day(0)},
              {"method", "direct"},
              {"proof", "示例"},
              {"reasons", "示例"},
              {"rights", "示例"}});
        // What it could say for itself it waives, so that today can decide.
        step(listed, "statement", {{"waiver", true}});
        step(listed, "decision",
             {{"lists", true},
              {"document_kind", "listing_decision"},
              {"document_number", "示例1号"},
              {"decided_on", day(0)},
              {"reasons", "示例"},
              {"measures", JsonArray()},
              {"removal", "示例"},
              {"remedy", "示例"},
              {"repair_notice", "示例"},
              {"upper_level_consent", "示例"}});
        step(listed, "service",
             {{"served_on", day(0)},
              {"method", "direct"},
              {"proof", "示例"},
              {"with_repair_notice", true}});
    }

    void write(Listed& listed) {
        for (int turn = 1; turn <= turns; ++turn) {
            listed.begun = turn;
            step(listed, turn % 2 == 1 ? "suspension" : "resumption", {{"reason", "核实"}});
            listed.committed = turn;
        }
    }

    // Whether the answer is of a state that stood between what was committed when it was asked and
    // what was begun when it came.
    static bool fits(bool held, int committed, int begun) {
        for (int turn = committed; turn <= begun; ++turn) {
            if ((turn % 2 == 1) == held) return true;
        }
        return false;
    }

    void check(Listed& listed) {
        const int committed = listed.committed;
        const auto response = post("/v1/checks",
                                   {{"identifier", listed.who.identifier},
                                    {"name", listed.who.name},
                                    {"matter", "food_permit"},
                                    {"purpose", "approval"},
                                    {"ground", "sd_regulation_22"},
                                    {"case", "示例1号"},
                                    {"officer", "示例"}},
                                   Role::ApprovalSystem);
        ASSERT_EQ(response.status, 200) << response.body;
        const int begun = listed.begun;
        const auto answer = parse_object(response.body);
        const auto& effect = answer->at("in_force").as_array().front().as_object();
        const bool held = effect.at("state").as_string() == "on_hold";
        EXPECT_TRUE(fits(held, committed, begun)) << committed << " to " << begun << ": " << held;
        EXPECT_EQ(effect.at("duties").as_array().empty(), held);
        ++checked_;
    }

    void look_up(Listed& listed) {
        const int committed = listed.committed;
        const auto response =
            post("/v1/subjects/lookup", {{"identifier", listed.who.identifier}, {"name", ""}},
                 Role::Clerk);
        ASSERT_EQ(response.status, 200) << response.body;
        const int begun = listed.begun;
        const bool held = !response.body.contains(listed.listing);
        EXPECT_TRUE(fits(held, committed, begun)) << committed << " to " << begun << ": " << held;
        ++checked_;
    }

    const http::PrivateFolder folder_ = *http::PrivateFolder::create();
    SimulatedClock clock_{
        Instant{start_of(Date{std::chrono::year{2026} / 6 / 10}).milliseconds + 36'000'000}};
    std::unique_ptr<server::House> house_;
    std::array<Listed, subjects> listed_;
    std::atomic<int> keys_ = 0;
    std::atomic<int> checked_ = 0;
};

TEST_F(HouseConcurrently, no_answer_is_older_than_what_was_committed) {
    std::atomic<bool> stop = false;
    std::vector<std::jthread> counters;
    for (std::size_t count = 0; count < 3; ++count) {
        counters.emplace_back([&, count] {
            const auto goes_on = [&] { return !stop || (checked_ <= 20 && !HasFailure()); };
            for (std::size_t at = count; goes_on(); ++at) {
                auto& listed = listed_.at(at % subjects);
                at % 3 == 0 ? look_up(listed) : check(listed);
            }
        });
    }
    {
        std::vector<std::jthread> writers;
        for (auto& listed : listed_) writers.emplace_back([this, &listed] { write(listed); });
    }
    stop = true;
    counters.clear();
    EXPECT_GT(checked_, 20);
}

}  // namespace
}  // namespace credit::simulation
