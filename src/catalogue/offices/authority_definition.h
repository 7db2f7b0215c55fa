// Definition of authorities: how law/authorities.toml becomes them.

#pragma once

#include <string>
#include <vector>

#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// One [[authority]]. The faults of the reader.
Result<Authority> read_authority(const law::TomlTable& table);

// One [[city_department]] in every city that existed while it did: it begins and ends with the
// city, and the departments of a city that ended are succeeded by those of the city that took over.
// The faults of the reader, "catalogue.unknown_region".
Result<std::vector<Authority>> read_city_department(const law::TomlTable& table,
                                                    const Regions& regions);

// A code with right check characters that no authority can hold: its area code, 379999, belongs to
// no region.
std::string synthetic_credit_code(std::int64_t serial, std::string_view region);

}  // namespace credit::catalogue
