#include "ledger/days/recount.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::ledger {
namespace {

Date chosen(const Counted& counted, Date anew) {
    switch (counted.kinder) {
        case Kinder::Earlier:
            return std::min(counted.last, anew);
        case Kinder::Later:
            return std::max(counted.last, anew);
        case Kinder::Untold:
            return anew;
    }
    std::unreachable();
}

}  // namespace

Recounted count_anew(const Recount& recount, const Counted& counted, Date today) {
    Recounted recounted{.from = counted.last,
                        .counted = counted.last,
                        .to = counted.last,
                        .was_provisional = counted.provisional};
    // A last day that is no working day was not counted in them.
    if (counted.last > counted.start && !recount.before.is_working_day(counted.last)) {
        recounted.provisional = counted.provisional;
        return recounted;
    }
    // civil-code-2020 art. 201: the first day is not counted.
    const auto length = recount.before.working_days_between(counted.start, counted.last);
    const auto anew = recount.now.add_working_days(counted.start, length.days);
    recounted.counted = std::max(anew.day, std::min(counted.last, today));
    recounted.to = chosen(counted, recounted.counted);
    recounted.provisional = anew.provisional;
    return recounted;
}

Result<Draft> with_recounted(Draft draft, const Recount& recount, const Recounted& recounted,
                             const StatutoryClock& clock) {
    if (!recounted.changes()) return refuse({{.word = "ledger.day_stands"}});
    auto body = TRY(parse_object(draft.body));
    body[recounted.moves() ? "recounted" : "confirmed"] =
        JsonObject{{"clock", clock.clock_id},
                   {"kind", clock.kind},
                   {"about", clock.about_id},
                   {"article", clock.article},
                   {"from", calendar::to_text(recounted.from)},
                   {"counted", calendar::to_text(recounted.counted)},
                   {"to", calendar::to_text(recounted.to)},
                   {"notices", recount.notices},
                   {"calendar", recount.since}};
    draft.body = to_text(body);
    return draft;
}

std::optional<Date> first_difference(const calendar::WorkingCalendar& before,
                                     const calendar::WorkingCalendar& now) {
    const Date last = std::max(before.known_through(), now.known_through());
    for (Date day = std::min(before.known_from(), now.known_from()); day <= last;
         day = calendar::day_after(day)) {
        if (before.is_known(day) != now.is_known(day)) return day;
        if (before.is_working_day(day) != now.is_working_day(day)) return day;
    }
    return std::nullopt;
}

}  // namespace credit::ledger
