// What must hold after every step, read from the store and the ledger behind the register's back.
//
// Law: guobanfa-2020-49 — in force only with standard, competence, document, notice, hearing,
//      service, remedy and an end
//      luzhengfa-2017-44 item 20 — on hold, no answer gives a duty

#pragma once

#include <cstddef>

#include "simulation/acts/acts.h"
#include "simulation/world.h"

namespace credit::simulation {

// Of one subject: every listing in force rests on all its elements, each proved by an act.
Finding find_unfounded_listing(World& world, std::size_t subject);

// Each act that was answered stands in the ledger once, and no other does.
Finding find_lost_or_doubled_act(World& world);

// At the end: the log verifies, and all tables come out of the acts again.
Finding find_broken_log(World& world);
Finding find_underivable_table(World& world);

}  // namespace credit::simulation
