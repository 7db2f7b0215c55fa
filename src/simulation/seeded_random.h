// Randomness from a seed: while it stands, all that the process would draw from the machine (ids,
// keys, nonces) comes from the seed, so that the same seed makes the same store, byte for byte.
//
// For simulations only: a store made under it is a demonstration whose keys anybody can know.

#pragma once

#include <cstdint>

namespace credit::simulation {

class SeededRandom {
public:
    // One at a time.
    explicit SeededRandom(std::uint64_t seed);
    SeededRandom(const SeededRandom&) = delete;
    SeededRandom& operator=(const SeededRandom&) = delete;
    ~SeededRandom();
};

}  // namespace credit::simulation
