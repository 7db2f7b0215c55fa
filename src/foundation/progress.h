// Progress of long work: what is done now, how much of it, and of how much (0: not known).

#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace credit {

using Progress =
    std::function<void(std::string_view step, std::uint64_t done, std::uint64_t total)>;

}  // namespace credit
