// Due acts (到期事项): what falls due when a statutory period ends, by the kind of its clock.
//
// The clerk performs them. A clock without one ends nothing by itself: it is somebody's duty, and
// past its day that somebody is late.

#pragma once

#include <span>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::desk {

// Refused when it is not due, or when something else happened meanwhile.
using Due = Result<ledger::Draft> (*)(const access::Occasion&, const ledger::StatutoryClock&);

struct DueAct {
    std::string_view clock;  // "lists.expiry"
    Due decide;
};

// All of this program, sorted by the kind of clock.
std::span<const DueAct> due_acts();

// Null for a clock that ends nothing by itself.
Due due_act_of(std::string_view clock);

}  // namespace credit::desk
