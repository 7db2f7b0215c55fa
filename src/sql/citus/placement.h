// Where the rows of each table lie on a Citus cluster, as placement.toml says.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace credit::sql {

struct Placement {
    enum class Kind : std::uint8_t { Distributed, Reference, Local };

    std::string table;
    Kind kind;
    std::string group;  // of a distributed one: the table first placed, with which the others lie

    bool operator==(const Placement&) const = default;
};

// Of every table, the first of a group before the others. The errors of the data file.
Result<std::vector<Placement>> placements();

}  // namespace credit::sql
