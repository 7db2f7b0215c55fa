#include "notices/service.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::notices {
namespace {

constexpr std::string_view electronic = "electronic";
constexpr std::string_view announcement = "announcement";
// A year that no notice covers yet may hold more days off than its weekends (decision 0111).
constexpr std::chrono::days provisional_margin{7};

constexpr std::array<std::string_view, 5> methods{"direct", "mail", electronic, announcement,
                                                  "left"};

// civil-procedure-law-2023 art. 90: only with consent, and once it has reached the account.
void judge_electronic(Grounds& grounds, const Service& service, const ServiceFacts& facts) {
    require(grounds, facts.consents, "notices.electronic_without_consent");
    require(grounds, facts.in_account_since && service.served_on >= *facts.in_account_since,
            "notices.not_yet_in_account");
}

// civil-procedure-law-2023 art. 95: the last of all ways, with its cause on file.
Result<void> judge_announcement(Grounds& grounds, const Service& service, const ServiceFacts& facts,
                                const law::Library& law) {
    require(grounds, !service.reason.empty() || !facts.failed_methods.empty(),
            "notices.announcement_without_reason");
    const Date from = TRY(counts_from(service, law));
    require(grounds, facts.day >= from, "notices.announcement_running",
            {calendar::to_text(from - std::chrono::days{1})});
    return {};
}

}  // namespace

bool is_method(std::string_view method) {
    return std::ranges::find(methods, method) != methods.end();
}

Result<Grounds> judge_service(const Service& service, const ServiceFacts& facts,
                              const law::Library& law) {
    Grounds grounds;
    require(grounds, is_method(service.method), "lists.service_method");
    // What the register itself put into the account is its own proof.
    require(grounds, !service.proof.empty() || service.method == electronic,
            "lists.service_proof_missing");
    require(grounds, service.served_on <= facts.day, "lists.served_in_future");
    if (service.method == electronic) judge_electronic(grounds, service, facts);
    if (service.method == announcement) TRY(judge_announcement(grounds, service, facts, law));
    require(grounds,
            std::ranges::find(facts.failed_methods, service.method) == facts.failed_methods.end(),
            "notices.failed_by_this_method");
    return grounds;
}

Result<Date> counts_from(const Service& service, const law::Library& law) {
    if (service.method != announcement) return service.served_on;
    const auto period = TRY(law.period("service.announcement", service.served_on));
    const auto last =
        law.calendar().last_day_of(period, service.served_on, calendar::LastDayOff::NextWorkingDay);
    return calendar::day_after(last.provisional ? last.day + provisional_margin : last.day);
}

}  // namespace credit::notices
