// A ground unless the condition is met.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"

namespace credit::amendments {

inline void require(Grounds& grounds, bool met, std::string_view word,
                    std::vector<std::string> arguments = {}) {
    if (met) return;
    grounds.push_back({.word = std::string(word), .arguments = std::move(arguments)});
}

}  // namespace credit::amendments
