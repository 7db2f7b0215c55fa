// Descriptors: how many files and sockets this process may have open at once, and what they are
// for.
//
// Some are kept for sessions of the store, tiles of the log and what a reader of tables writes
// aside, so that no client can take them; connections and spools share the rest. docs/limits.md
// states it.

#pragma once

#include <algorithm>
#include <cstddef>

namespace credit::http {

struct DescriptorShares {
    std::size_t connections;  // on all threads together
    std::size_t spools;       // uploads, and answers that are files
};

// Three stores with seventeen sessions, of which each has two files, and as many for the others.
inline constexpr std::size_t descriptors_kept = 256;

constexpr DescriptorShares shares_of(std::size_t descriptors) {
    const std::size_t free = descriptors - std::min(descriptors_kept, descriptors / 2);
    const std::size_t spools = free / 4;
    return {.connections = free - spools, .spools = spools};
}

// Raises what the process may have open to what the system lets it have: many services begin with
// 1,024. Before connections come.
void raise_descriptors();
// How many it may have open.
std::size_t descriptors_max();

}  // namespace credit::http
