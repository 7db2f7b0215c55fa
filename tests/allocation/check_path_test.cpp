// A check in the steady state allocates nothing: not while the request is read, routed, admitted
// and answered, not while its look-up is written, and not while the answer leaves.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "demo/accounts.h"
#include "demo/fill.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/server.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lookups/blocks/lookup_writer.h"
#include "server/house.h"
#include "server/sample.sql.h"
#include "stays/order_stay.h"
#include "tests/allocation/counted.h"
#include "tests/store/store_fixture.h"

namespace credit::allocation {
namespace {

constexpr int warming = 2000;
constexpr int measured = 2000;
constexpr int rounds = 8;

// Whoever asks it for the time is on the way of a request.
class CountingClock final : public Clock {
public:
    Instant now() const override {
        if (begun.load(std::memory_order_relaxed)) count_this_thread();
        return SystemClock().now();
    }
    std::atomic<bool> begun = false;
};

// A client on one connection, which allocates nothing itself.
class Line {
public:
    explicit Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() { ::close(socket_); }

    // Answers arrive whole: they are small and sent at once.
    std::string_view ask(std::string_view request) {
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < 0) return {};
        const auto count = ::recv(socket_, answer_.data(), answer_.size(), 0);
        return {answer_.data(), count < 0 ? 0 : static_cast<std::size_t>(count)};
    }

private:
    int socket_;
    std::array<char, 65536> answer_{};
};

class CheckPathTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const server::HouseSettings settings{
            .store = store(), .home = folder() / "home", .clock = &clock_};
        ASSERT_TRUE(server::House::create(settings, desk::Purpose::Demonstration));
        house_ = server::House::open(settings).value();
        ASSERT_TRUE(demo::open_accounts(*house_));
        const demo::Extent extent{
            .organisations = 60, .businesses = 5, .persons = 5, .records = 50, .listings = 20};
        ASSERT_TRUE(demo::fill(*house_, extent, [](std::string_view, double) {}));
        server_ = http::Server::start({.listen = "127.0.0.1:0", .threads = 1}, house_->router(),
                                      clock_, house_->metrics())
                      .value();
        count_writer();
        clock_.begun = true;
    }
    void TearDown() override {
        server_.reset();
        house_.reset();
        EmptyStoreTest::TearDown();
    }

    // A look-up of nobody, by which the thread that writes them is found.
    void count_writer() {
        auto& writer = house_->router().context().lookups;
        std::atomic<bool> found = false;
        auto* const entry = writer.acquire();
        entry->lookup.id = "none";
        entry->lookup.subject_key = "none";
        entry->owner = &found;
        entry->done = [](lookups::Entry& done, const Result<void>& /*outcome*/) {
            count_this_thread();
            static_cast<std::atomic<bool>*>(done.owner)->store(true);
            static_cast<std::atomic<bool>*>(done.owner)->notify_one();
        };
        writer.submit(*entry);
        found.wait(false);
        writer.release(*entry);
    }

    std::string request_about(std::string_view identifier, std::string_view name) {
        const std::string secret = access::new_secret();
        house_->router().context().principals.admit(
            access::digest_of(secret),
            {.account = "window", .role = access::Role::ApprovalSystem, .authority = "SD-SAMR"},
            {clock_.now().milliseconds + 3'600'000});
        const std::string body = to_text(JsonObject{{"identifier", identifier},
                                                    {"name", name},
                                                    {"matter", "food_permit"},
                                                    {"purpose", "approval"},
                                                    {"ground", "sd_regulation_22"},
                                                    {"case", "C-1"},
                                                    {"officer", "window-3"}});
        return "POST /v1/checks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + secret +
               "\r\nContent-Type: application/json\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    void asks_without_allocating(std::string_view state);

    CountingClock clock_;
    std::unique_ptr<server::House> house_;
    std::unique_ptr<http::Server> server_;
};
INSTANTIATE_TEST_SUITE_P(, CheckPathTest, store::both_engines(), store::engine_name);

// With and without a stay: what is not executed is read from the index as everything else is.
TEST_P(CheckPathTest, AllocatesNothingInTheSteadyState) {
    asks_without_allocating("in_force");
}

TEST_P(CheckPathTest, AllocatesNothingWhereAnItemIsStayed) {
    const auto listed = session().find(server::statements::find_listed_organisation).value();
    ASSERT_TRUE(listed.has_value());
    stays::StayProposal proposal;
    const auto all = lists::ListingRegister(session()).of_subject(listed->text(0)).value();
    for (const auto& each : all) {
        if (each.state == lists::State::InForce) proposal.item_id = each.listing_id;
    }
    proposal.article = "luzhengfa-2017-44 art. 18";
    proposal.document_number = proposal.reasons = proposal.officer = proposal.office = "X";
    proposal.through_on = day_of(clock_.now());
    const access::Principal office{
        .account = "office", .role = access::Role::CreditOffice, .authority = "SD-DRC"};
    const auto act =
        house_->desk().perform({.principal = office, .channel = "api", .received_at = clock_.now()},
                               listed->text(0), [&](const access::Occasion& occasion) {
                                   return stays::order_stay(occasion, listed->text(0), proposal);
                               });
    ASSERT_TRUE(act) << act.error().grounds.front().word;
    asks_without_allocating("stayed");
}

void CheckPathTest::asks_without_allocating(std::string_view state) {
    const auto listed = session().find(server::statements::find_listed_organisation).value();
    ASSERT_TRUE(listed.has_value());
    const std::string request = request_about(listed->text(0).substr(1), listed->text(1));
    Line line(server_->port());
    for (int number = 0; number < warming; ++number) {
        const auto answer = line.ask(request);
        ASSERT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
        ASSERT_NE(answer.find(state), std::string_view::npos) << answer;
    }
    ASSERT_GT(counted(), 0U) << "counts nothing at all";
    // A session of the pool that is used for the first time prepares its statements: warming, too.
    auto allocated = counted();
    for (int round = 0; round < rounds && allocated != 0; ++round) {
        const auto before = counted();
        for (int number = 0; number < measured; ++number) line.ask(request);
        allocated = counted() - before;
    }
    EXPECT_EQ(allocated, 0U) << "allocations in each " << measured << " checks";
}

}  // namespace
}  // namespace credit::allocation
