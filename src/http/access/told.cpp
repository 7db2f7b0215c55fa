#include "http/access/told.h"

#include <fmt/format.h>

#include <chrono>
#include <string>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "ledger/act.h"

namespace credit::http {

std::string told(Instant instant) {
    const Date day = day_of(instant);
    const std::chrono::milliseconds since{instant.milliseconds - start_of(day).milliseconds};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(since)};
    return fmt::format("{}T{:02}:{:02}:{:02}+08:00", calendar::to_text(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

JsonArray told(access::Functions functions) {
    JsonArray ids;
    for (const std::string& id : functions.ids()) ids.emplace_back(id);
    return ids;
}

JsonObject told(const ledger::Act& act) {
    return {{"act", act.id}, {"recorded_at", told(act.recorded_at)}};
}

}  // namespace credit::http
