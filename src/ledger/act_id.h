// Ids of acts and look-ups: written into a text that is used again, and what a process must know of
// those that were made before it.

#pragma once

#include <string>
#include <string_view>

#include "foundation/clock.h"

namespace credit::ledger {

// What new_act_id() answers (ledger/act.h), in place of what the text held; allocates nothing.
void write_act_id(std::string& id, Instant now);

// From here on new_act_id gives only ids after this one, whatever the clock says. Nothing happens
// when it is no such id.
void begin_ids_after(std::string_view id);

// The first id that could be made at that moment: ids made earlier come before it, unless the clock
// had gone back.
std::string first_id_at(Instant moment);

}  // namespace credit::ledger
