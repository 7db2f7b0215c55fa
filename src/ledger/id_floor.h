// Floor of ids: what a process must know of the ids that were made before it.

#pragma once

#include <string>
#include <string_view>

#include "foundation/clock.h"

namespace credit::ledger {

// From here on new_act_id gives only ids after this one, whatever the clock says. Nothing happens
// when it is no such id.
void begin_ids_after(std::string_view id);

// The first id that could be made at that moment: ids made earlier come before it, unless the clock
// had gone back.
std::string first_id_at(Instant moment);

}  // namespace credit::ledger
