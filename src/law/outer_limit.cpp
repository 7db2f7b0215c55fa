#include "law/outer_limit.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <variant>

#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "law/library.h"
#include "law/parameter.h"

namespace credit::law {
namespace {

using std::chrono::days;

// Months differ in length: the first step may come to a day or two before it.
Date latest_start(const Library& law, const Period& period, Date today) {
    const auto last_day = [&](Date start) { return law.calendar().last_day_of(period, start).day; };
    Date start = today;
    while (last_day(start) >= today) start -= last_day(start) - today + days{1};
    while (last_day(start + days{1}) < today) start += days{1};
    return start;
}

}  // namespace

std::optional<Date> outer_limit(const Library& law, std::string_view parameter,
                                const LimitedFrom& from, Date today) {
    std::optional<Date> limit;
    for (const Date version_on : {from.decided_on, today}) {
        const auto period = law.period(parameter, version_on);
        if (!period) continue;
        const Date last = law.calendar().last_day_of(*period, from.start()).day;
        limit = std::min(limit.value_or(last), last);
    }
    return limit;
}

std::optional<Date> latest_start_over(const Library& law, std::string_view parameter, Date today) {
    std::optional<Date> latest;
    for (const auto& version : law.parameters()) {
        const auto* const period = std::get_if<Period>(&version.value);
        if (version.name != parameter || period == nullptr) continue;
        const Date start = latest_start(law, *period, today);
        latest = std::max(latest.value_or(start), start);
    }
    return latest;
}

}  // namespace credit::law
