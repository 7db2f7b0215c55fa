// An answer of the register beside what the card index expects of it.

#pragma once

#include <cstddef>
#include <string>

#include "foundation/json.h"
#include "simulation/acts/acts.h"
#include "simulation/model/said.h"
#include "simulation/world.h"

namespace credit::simulation {

// Sends it; compares the refusal, or that it was done, and tries the key once more at times.
struct Asked {
    Answer answer;
    Finding finding;
    bool done() const { return finding.empty() && answer.done(); }
};
Asked ask_expecting(World& world, const Ask& ask, const Refusals& refusals);

// The role that the operation does not admit is refused before anything else.
Refusals not_for_role();

// Of an act: all members, with its own id.
Finding compare_told(const Answer& answer, JsonObject expected);

// Whoever was shown an item is told of its end by the act, but its own authority, which knows.
struct EndedItem {
    std::size_t subject = 0;
    std::string id = {};
    std::string authority = {};  // empty: that one is told as well
};
Finding find_untold(World& world, const EndedItem& item, const Answer& answer);

// Leaves something out, or says it wrongly: a text, a flag, a list of measures.
void spoil(demo::Dice& dice, JsonObject& body);

std::string joined(const std::vector<std::string>& words);

}  // namespace credit::simulation
