// Conditions of repair (修复条件): what must hold before an item is repaired, and what it rests on.
//
// The register finds what it can see by itself (days, exclusions); what happened in the world an
// officer of the deciding authority finds. Nothing here decides.
//
// Law:     credit-repair-measures-2025 art. 2 — excluded only by law, regulation, central policy
//          credit-repair-measures-2025 — the shortest publicity is over; the conduct is corrected
//          and duties are performed; a public commitment is given; whatever else the law demands
//          luzhengfa-2017-44 item 19 — persons may repair through public service
//          guobanfa-2025-22 — a ruling that approves a reorganisation plan or a settlement
// Reading: decision 0163: service certified by an authority stands for the correction; on a court's
//          ruling nothing is waited for

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "repair/item.h"
#include "repair/repair_case.h"

namespace credit::repair {

enum class Condition {
    NotExcluded,  // no law keeps it from repair
    PeriodOver,   // the shortest period is over
    Corrected,    // 纠正失信行为
    Performed,    // 履行义务
    Committed,    // 公开信用承诺
    FurtherMet,   // whatever else the standard names
    WaitOver,     // the term after a repair that was revoked for false material
};

// "excluded_by_law", "too_early" …: the words, less their folder, of what is said when it is unmet.
std::string_view name_of(Condition condition);
// InvalidInput "repair.unknown_value".
Result<Condition> parse_condition(std::string_view name);

// What an officer found.
struct Findings {
    bool corrected = false;
    bool performed = false;
    bool committed = false;
    bool further = false;
};

struct Finding {
    Condition condition = Condition::NotExcluded;
    std::optional<bool> met;  // none: for the officer to find
    law::Citation basis;
    std::optional<Date> through = {};  // the last day on which it is not met
};

// The conditions of that item on that day, in the article's order. `waits_through`: the term after
// false material; `findings`: none before an officer has found.
std::vector<Finding> conditions_of(const Item& item, Way way, Date day,
                                   const std::optional<Date>& waits_through,
                                   const std::optional<Findings>& findings);

// A ground for each that is not met.
Grounds unmet(const std::vector<Finding>& findings);

}  // namespace credit::repair
