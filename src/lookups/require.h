// Grounds of the acts about look-ups.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace credit::lookups {

// Adds the ground unless the condition is met.
inline void require(Grounds& grounds, bool met, std::string_view word,
                    std::vector<std::string> arguments = {}) {
    if (!met) {
        grounds.push_back({.word = std::string(word), .arguments = std::move(arguments)});
    }
}

}  // namespace credit::lookups
