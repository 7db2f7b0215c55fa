// Bar 10: many open clocks, and a day on which thousands fall due.
//
//     bench_clocks fill STORE DUE OPEN > subjects    listings of a court that end on one day, and
//                                                    clocks of later years up to OPEN; some
//                                                    thousands end the day before
//     bench_clocks sweep STORE PORT                  serves in the last minutes of that day; a line
//                                                    on standard input makes it midnight
//
// The store is a demonstration, its time simulated. A listing that falls due is a real one and ends
// by an act of its own; the clocks of later years only stand in the way, and have no listing.

#include "ledger/clocks.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/accounts.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/desk.h"
#include "desk/open_register.h"
#include "desk/submit.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "http/server.h"
#include "or_exit.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit {
namespace {

using catalogue::ColumnRole;
using std::chrono::days;
using namespace std::chrono_literals;

constexpr std::string_view court = "SD-COURT";
constexpr Date filed_on{2026y / 3 / 2};
constexpr Date last_day = filed_on + days{365};
constexpr std::size_t due_the_day_before = 5'000;

Instant at(Date day, std::chrono::minutes time) {
    return {start_of(day).milliseconds + std::chrono::milliseconds(time).count()};
}

std::vector<demo::SyntheticSubject> organisations(std::size_t count) {
    demo::Dice dice(10);
    std::vector<demo::SyntheticSubject> subjects;
    std::unordered_set<std::string> identifiers;
    while (subjects.size() < count) {
        auto subject = make_organisation(dice);
        if (identifiers.insert(subject.identifier).second) subjects.push_back(std::move(subject));
    }
    return subjects;
}

std::string day_text(int after) {
    return calendar::to_text(filed_on + days{after});
}

void file_listings(desk::Desk& desk, Instant now, Date through,
                   std::span<const demo::SyntheticSubject> subjects) {
    const auto& catalogue = desk.catalogue();
    demo::Table table(catalogue, *or_exit(catalogue.kinds.find("court_defaulter", filed_on)));
    const auto& authority = *or_exit(catalogue.authorities.find(court, filed_on));
    std::size_t number = 0;
    for (const auto& subject : subjects) {
        const std::string document = "示例〔2026〕" +
                                     std::to_string(through.time_since_epoch().count()) + "-" +
                                     std::to_string(++number) + "号";
        table.add(subject, authority, document, filed_on,
                  {{ColumnRole::State, "全部未履行"},
                   {ColumnRole::ListStandard, "court_defaulter"},
                   {ColumnRole::ListGround, "违反财产报告制度"},
                   {ColumnRole::ListDocument, document},
                   {ColumnRole::NoticeOn, day_text(-20)},
                   {ColumnRole::ServedOn, day_text(0)},
                   {ColumnRole::Remedy, "可以申请纠正"},
                   {ColumnRole::EndsWhen, "期限届满"},
                   {ColumnRole::ValidThrough, calendar::to_text(through)}});
    }
    const auto path = std::filesystem::temp_directory_path() / "bench_clocks.csv";
    std::ofstream(path, std::ios::binary) << table.csv();
    const access::Principal clerk{.account = "clerk",
                                  .role = access::Role::Clerk,
                                  .authority = std::string(court),
                                  .subject_key = ""};
    const auto report =
        or_exit(submit(desk, {.principal = clerk, .channel = "cli", .received_at = now},
                       {.path = path, .authority = std::string(court)}));
    std::filesystem::remove(path);
    if (report.accepted) return;
    std::cerr << "refused: " << report.faults.front().ground.word << '\n';
    std::exit(1);
}

void set_later_clocks(desk::Desk& desk, std::size_t from, std::size_t count) {
    constexpr std::size_t at_once = 20'000;
    auto lease = or_exit(desk.pool().lease(sql::Access::Write));
    for (std::size_t number = from; number < count;) {
        auto transaction = or_exit(sql::Transaction::begin(*lease));
        for (std::size_t some = 0; some < at_once && number < count; ++some, ++number) {
            const std::string id = "bench-" + std::to_string(number);
            or_exit(
                ledger::set_clock(transaction.session(),
                                  {.subject_key = "O" + id,
                                   .clock_id = id,
                                   .kind = "lists.expiry",
                                   .about_id = id,
                                   .due_on = last_day + days{2 + static_cast<int>(number % 1800)},
                                   .article = "",
                                   .act_id = id}));
        }
        or_exit(transaction.commit());
    }
}

int fill(const std::string& store, std::size_t due, std::size_t open) {
    SimulatedClock clock(at(filed_on, 9h));
    const server::HouseSettings settings{.store = store, .clock = &clock};
    or_exit(server::House::create(settings, desk::Purpose::Demonstration));
    const auto house = or_exit(server::House::open(settings));
    const auto all = organisations(due + due_the_day_before);
    const auto subjects = std::span(all).first(due);
    file_listings(house->desk(), clock.now(), last_day - days{1}, std::span(all).subspan(due));
    file_listings(house->desk(), clock.now(), last_day, subjects);
    // Tokens that are still good on the last day.
    clock.set(at(last_day, 9h));
    or_exit(demo::open_accounts(*house));
    set_later_clocks(house->desk(), due, open);
    for (const auto& subject : subjects) {
        std::cout << subject.identifier << '|' << subject.name << '\n';
    }
    return 0;
}

int sweep(const std::string& store, const std::string& port) {
    SimulatedClock clock(at(last_day, 23h + 50min));
    const auto house =
        or_exit(server::House::open({.store = store, .clock = &clock, .time_is_right = true}));
    const auto server = or_exit(http::Server::start({.listen = "127.0.0.1:" + port},
                                                    house->router(), clock, house->metrics()));
    house->clerk().look();                       // as it does every few seconds
    or_exit(house->clerk().sweep(clock.now()));  // and on every day
    std::string line;
    std::getline(std::cin, line);
    clock.set(at(last_day + days{1}, 1min));
    work_after_checks();  // as the clerk's own thread does
    const auto begun = std::chrono::steady_clock::now();
    const auto acts = or_exit(house->clerk().sweep(clock.now()));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    std::cout << acts << ' ' << taken.count() << '\n' << std::flush;
    std::getline(std::cin, line);
    return 0;
}

int run(int count, char** arguments) {
    const std::string_view what = count > 1 ? arguments[1] : "";
    if (what == "fill" && count == 5) {
        return fill(arguments[2], std::stoul(arguments[3]), std::stoul(arguments[4]));
    }
    if (what == "sweep" && count == 4) return sweep(arguments[2], arguments[3]);
    std::cerr << "bench_clocks fill|sweep …\n";
    return 2;
}

}  // namespace
}  // namespace credit

int main(int count, char** arguments) {
    std::ios::sync_with_stdio(false);
    return credit::run(count, arguments);
}
