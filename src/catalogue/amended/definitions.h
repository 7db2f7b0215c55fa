// Rows that an amendment defines (新增目录条目): list standards and measures that law/ does not
// have, and the matters at which the measures are told.
//
// They have the members that law/standards and law/measures have, and are read by the same readers:
// so a release that takes one over changes nothing. A row has the days of its amendment, and what
// an officer cites counts as reported.
//
// Law:     luzhengfa-2017-44 items 5, 18 — local standards; the two lists of measures are kept and
//          improved
// Reading: decision 0217: what an amendment may define

#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::catalogue {

struct Definitions {
    std::vector<ListStandard> standards = {};
    std::vector<Measure> measures = {};
    std::map<std::string, std::vector<std::string>> told_at = {};  // matter: measures

    bool empty() const { return standards.empty() && measures.empty() && told_at.empty(); }
};

// { standard: […], measure: […], told_at: [{matter, measures}] }, days as "2026-06-01", in force
// from that day. InvalidInput: the faults of the reader and of both kinds of rows;
// "catalogue.day_of_the_amendment" for a row that says its own first day.
Result<Definitions> read_definitions(const JsonObject& object, const law::Library& library,
                                     Date from);

}  // namespace credit::catalogue
