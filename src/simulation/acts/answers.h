// Answers about a subject, read as the model tells them.

#pragma once

#include <string>

#include "simulation/acts/acts.h"
#include "simulation/model/counter_rules.h"
#include "simulation/world.h"

namespace credit::simulation {

ToldAtCounter read_told(const JsonObject& answer);
Seen read_seen(const JsonObject& answer);

// No number in an answer about a natural person: all that it says is words, days and flags.
Finding find_number(const Json& value);

// The receipt stands in the look-up records: about this subject, with the digest of this answer.
Finding find_lookup(World& world, std::size_t subject, const Answer& answer);

}  // namespace credit::simulation
