// Whether what an officer says of one duty can be so: facts in, grounds out.
//
// Law:     luzhengfa-2017-44 items 18, 20 — what is recommended may be left; nothing is executed
//          while information is being verified
//          guobanfa-2020-49 — by who has the power, and no more
// Reading: decision 0185

#pragma once

#include <optional>

#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "execution/execution.h"
#include "execution/item_state.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::execution {

struct DutyFacts {
    const Duty& duty;
    const ItemState& item;
    const catalogue::Measure* measure = nullptr;      // null: it left the catalogue
    const catalogue::Authority* authority = nullptr;  // that answers; null: not in force that day
    bool on_person = false;
    bool officer_named = false;           // by name and office
    std::optional<ItemState> order = {};  // the one that the answer names, of that measure
    bool any_order = false;               // one of that measure is executable on the subject
    Date opened_on{};
    bool correcting = false;  // what was said before is wrong, and stands beside it
};

// Adds the grounds against the answer, in the order that record_outcome says.
void judge_answer(Grounds& grounds, const DutyFacts& facts, const Answer& answer, Date day);

}  // namespace credit::execution
