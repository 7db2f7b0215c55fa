// Outlook (修复指引): "when and how can I repair?", for every adverse item of a subject: the exact
// first day, the papers still missing, what each condition rests on, the three clocks, and what
// would come of an application on a given day.
//
// It tells what the register can see and what an officer has to find; it promises no decision.
//
// Law:    credit-repair-measures-2025 art. 2 — repair is a right of the subject
//         guobanfa-2025-22 — the way to repair is told with the decision
// Beyond: any item, any day, and a calendar file

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "repair/condition.h"
#include "repair/item.h"
#include "repair/repair_case.h"

namespace credit::repair {

enum class Prospect {
    CanApply,      // nothing that the register sees stands against it
    TooEarly,      // from its first day on
    Excluded,      // a law keeps it from repair
    Waits,         // a term after false material runs
    UnderWay,      // a case is open
    OverByItself,  // its publicity, restraint and disclosure are over by then
};

std::string_view name_of(Prospect prospect);  // "can_apply", "too_early" …

struct Outlook {
    Item item = {};
    Date first_day{};  // all that the register sees being met
    std::vector<Finding> conditions = {};
    std::vector<std::string> papers = {};              // that an application needs
    std::optional<std::string> stands_for_proof = {};  // "service_certificate", where it may
    std::optional<RepairCase> under_way = {};
    Prospect on_day = Prospect::CanApply;  // on the day that was asked
};

// Of each item that stands on `reading.day`, were it applied for on `on`.
Result<std::vector<Outlook>> outlooks_of(const ItemReading& reading, std::string_view subject_key,
                                         Date on);

// One event for each item that waits, on its first day, and the last days of its clocks: RFC 5545,
// lines folded at 75 octets. It holds no name, number or identifier of the subject.
std::string calendar_file(const std::vector<Outlook>& outlooks, Instant made_at);

}  // namespace credit::repair
