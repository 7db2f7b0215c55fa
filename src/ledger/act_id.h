// Ids of acts and look-ups, into a text that is used again: nothing is allocated for them.

#pragma once

#include <string>

#include "foundation/clock.h"

namespace credit::ledger {

// What new_act_id() answers (ledger/act.h), in place of what the text held.
void write_act_id(std::string& id, Instant now);

}  // namespace credit::ledger
