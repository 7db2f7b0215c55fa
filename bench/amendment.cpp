// An amendment that touches 100,000 subjects: the seconds of its dry run, and whether the day
// itself comes to the same rows.

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/router.h"
#include "http/wire/spool.h"
#include "or_exit.h"
#include "server/house.h"

namespace credit {
namespace {

using catalogue::ColumnRole;
using std::chrono::days;
using std::chrono::steady_clock;

constexpr std::string_view standard = "重大税收违法失信主体名单";
constexpr Date first_day{std::chrono::year{2026} / 3 / 2};

double seconds_since(steady_clock::time_point begun) {
    return std::chrono::duration<double>(steady_clock::now() - begun).count();
}

Instant morning_of(Date day) {
    return {start_of(day).milliseconds + 9LL * 3600 * 1000};
}

// Asks the register as an account of that role and authority.
class Asking {
public:
    explicit Asking(const std::string& store) : clock_(morning_of(first_day)) {
        const server::HouseSettings settings{.store = store, .clock = &clock_};
        if (!server::House::create(settings, desk::Purpose::Demonstration)) std::exit(1);
        house_ = or_exit(server::House::open(settings));
    }

    std::string ask(http::Request request, access::Role role, std::string_view authority,
                    std::string_view account) {
        const auto token = access::new_secret();
        house_->router().context().principals.admit(
            access::digest_of(token),
            {.account = std::string(account), .role = role, .authority = std::string(authority)},
            {clock_.now().milliseconds + 1000LL * 3600 * 24 * 3650});
        request.authorization = "Bearer " + token;
        if (request.method == http::Method::Post) {
            request.idempotency_key = "bench-key-" + std::to_string(++asked_);
        }
        request.received_at = clock_.now();
        const auto response = house_->router().answer(std::move(request));
        std::string body = response.body;
        if (response.file != nullptr) {
            body.resize(response.file->size());
            or_exit(response.file->read_at(0, body));
        }
        if (response.status < 300) return body;
        fmt::print(stderr, "{}\n", body);
        std::exit(1);
    }

    std::string office(http::Method method, std::string target, const JsonObject& body = {},
                       std::string_view account = "first") {
        http::Request request;
        request.method = method;
        request.target = std::move(target);
        if (!body.empty()) {
            request.content_type = "application/json";
            request.body = to_text(body);
        }
        return ask(std::move(request), access::Role::CreditOffice, "SD-DRC", account);
    }

    server::House& house() { return *house_; }
    void set_day(Date day) { clock_.set(morning_of(day)); }
    Instant now() const { return clock_.now(); }

private:
    SimulatedClock clock_;
    std::unique_ptr<server::House> house_;
    int asked_ = 0;
};

// Listings decided by the tax authority, filed in one submission and adopted.
void file_listings(Asking& asking, std::int64_t count) {
    const auto& catalogue = asking.house().desk().catalogue();
    const auto* const kind = or_exit(catalogue.kinds.find("serious_dishonesty", first_day));
    const auto* const authority = or_exit(catalogue.authorities.find("SD-TAX"));
    demo::Table table(catalogue, *kind);
    demo::Dice dice(20171222);
    const demo::Values values{{ColumnRole::State, "全部未履行"},
                              {ColumnRole::ListStandard, std::string(standard)},
                              {ColumnRole::ListGround, "evasion"},
                              {ColumnRole::ListDocument, "示例失决〔2026〕1号"},
                              {ColumnRole::NoticeOn, calendar::to_text(first_day - days{20})},
                              {ColumnRole::ServedOn, calendar::to_text(first_day)},
                              {ColumnRole::Remedy, "可以自收到决定书之日起六十日内申请行政复议"},
                              {ColumnRole::EndsWhen, "期限届满"},
                              {ColumnRole::ConductOn, calendar::to_text(first_day - days{30})},
                              {ColumnRole::ValidThrough, calendar::to_text(first_day + days{365})}};
    for (std::int64_t number = 1; number <= count; ++number) {
        table.add(demo::make_organisation(dice), *authority,
                  "示例决〔2026〕" + std::to_string(number) + "号", first_day, values);
    }
    http::Request request;
    request.method = http::Method::Post;
    request.target = "/v1/submissions?partial=true";
    request.content_type = "text/csv";
    request.file = or_exit(http::Spool::create());
    if (!request.file->append(table.csv())) std::exit(1);
    fmt::print(
        "{}\n",
        asking.ask(std::move(request), access::Role::Clerk, "SD-TAX", "clerk").substr(0, 300));
}

std::string draft_and_approve(Asking& asking) {
    using enum http::Method;
    const auto drafted = or_exit(parse_object(asking.office(
        Post, "/v1/amendments",
        {{"title", "示例变更"},
         {"document_number", "示例目录〔2026〕1号"},
         {"reasons", "示例理由"},
         {"from_on", calendar::to_text(first_day + days{2})},
         {"ends", JsonArray{JsonObject{{"row", "standard"}, {"id", "major_tax_dishonesty"}}}}})));
    auto path = "/v1/amendments/" + or_exit(read_text(drafted, "amendment"));
    asking.office(Post, path + "/approval", {}, "second");
    return path;
}

int compare(std::int64_t count, const std::string& store) {
    using enum http::Method;
    Asking asking(store);
    file_listings(asking, count);
    const auto path = draft_and_approve(asking);

    auto begun = steady_clock::now();
    const auto report = asking.office(Get, path + "/dry-run");
    fmt::print("dry run, seconds: {:.2f}\n{}\n", seconds_since(begun), report.substr(0, 400));
    begun = steady_clock::now();
    const auto tried = asking.office(Get, path + "/dry-run/rows");
    fmt::print("dry run with {} bytes of rows, seconds: {:.2f}\n", tried.size(),
               seconds_since(begun));

    asking.set_day(first_day + days{2});
    begun = steady_clock::now();
    std::int64_t acts = 0;
    for (int quiet = 0; quiet < 3;) {
        const auto done = or_exit(asking.house().runner().look(asking.now()));
        acts += done;
        quiet = done == 0 ? quiet + 1 : 0;
    }
    fmt::print("carried out by {} acts, seconds: {:.1f}\n", acts, seconds_since(begun));
    const auto touched = asking.office(Get, path + "/rows");
    fmt::print("rows equal: {}\n", tried == touched ? "yes" : "NO");
    return tried == touched && acts == count + 1 ? 0 : 1;
}

}  // namespace
}  // namespace credit

// bench_amendment STORE [SUBJECTS]
int main(int count, char** words) {
    if (count < 2) return 2;
    return credit::compare(count > 2 ? std::atoll(words[2]) : 100'000, words[1]);
}
