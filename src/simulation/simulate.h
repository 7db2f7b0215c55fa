// Simulation (模拟): seeded years of acts by many authorities, subjects and clerks, with clock
// jumps, crashes, failing files and repeated requests, each answer compared with the card index.
//
// A seed makes the same run again, on the same engine: the same acts, the same answers, the same
// digest.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "simulation/world.h"

namespace credit::simulation {

struct Outcome {
    std::size_t steps = 0;
    std::size_t acts = 0;
    std::size_t answers = 0;  // of counters and readers
    std::string digest;       // of every answer
    std::string finding;      // empty: all agreed

    bool agreed() const { return finding.empty(); }
};

// Draws all randomness of the process from the seed while it runs.
Outcome simulate(const Settings& settings);

}  // namespace credit::simulation
