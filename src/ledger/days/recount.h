// Recounting (期限重算): the last day of a period of working days that still runs, by a calendar
// that knows more than the one by which it was counted.
//
// Nothing is asked but the day it began and the last day that stands: the working days between them
// by the old calendar are the length, whatever it was made of. What was over is not touched.
//
// Law:     civil-code-2020 art. 201 — the first day is not counted
// Reading: decision 0198: which days move, which stand, and who is told

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::ledger {

struct Recount {
    calendar::WorkingCalendar before;  // by which the days were counted
    calendar::WorkingCalendar now;
    std::string notices;  // the numbers of what came; empty where none is known
    std::string since;    // the act that loaded it: later acts counted by it themselves
};

// Which last day is the kinder one to the subject that was told of it.
enum class Kinder : std::uint8_t { Earlier, Later, Untold };

struct Counted {
    Date start{};
    Date last{};
    Kinder kinder = Kinder::Untold;
    bool provisional = false;
};

struct Recounted {
    Date from{};
    Date counted{};  // by the calendar as it is known now
    Date to{};       // the last day from here on
    bool was_provisional = false;
    bool provisional = false;

    bool moves() const { return to != from; }
    bool changes() const { return moves() || provisional != was_provisional; }
};

// No day moves to before `today`: nobody is late because a notice came.
Recounted count_anew(const Recount& recount, const Counted& counted, Date today);

// Adds to the body of an act what was counted anew: "recounted" where the last day moves, of which
// is told; "confirmed" where it stands. Refused "ledger.day_stands" where nothing changes.
Result<Draft> with_recounted(Draft draft, const Recount& recount, const Recounted& recounted,
                             const StatutoryClock& clock);

// The first day of which the two calendars think otherwise; none where they are of one mind.
std::optional<Date> first_difference(const calendar::WorkingCalendar& before,
                                     const calendar::WorkingCalendar& now);

}  // namespace credit::ledger
