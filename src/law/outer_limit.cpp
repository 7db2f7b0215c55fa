#include "law/outer_limit.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "law/library.h"

namespace credit::law {

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

}  // namespace credit::law
