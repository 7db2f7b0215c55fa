// Implementing authorities (实施部门): who gets which measures of a standard when a listing under
// it takes force.
//
// Of the level and region of the authority that decided; where nobody there has the function, of
// the province. A measure that every authority applies to its own matters (all departments, whoever
// permits) starts nothing: it is told at each check.
//
// Law:     luzhengfa-2017-44 items 16, 17 — the competent authority starts, implementing
// authorities
//          carry out, across regions and departments
// Reading: decision 0186

#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "lists/listing.h"

namespace credit::execution {

// Measures by the code of their authority, each in the order of the standard.
using Tasks = std::map<std::string, std::vector<const catalogue::Measure*>>;

// Empty when the standard is not in force that day.
Tasks tasks_of(const catalogue::Catalogue& catalogue, const lists::Listing& listing, Date day);

}  // namespace credit::execution
