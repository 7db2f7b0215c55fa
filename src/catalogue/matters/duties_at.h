// Duties at a matter (事项上的措施): what follows there from a listing on a day, and for what of it
// whoever is told has to answer.
//
// Law: luzhengfa-2017-44 item 16 — implementing authorities carry out incentives and restraints
//      guobanfa-2020-49 — market actors decide for themselves: they are informed, never tasked

#pragma once

#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"

namespace credit::catalogue {

// Measures that follow from a black list, or that may be given for a red one. Empty when the
// standard is not in force.
std::vector<const Measure*> duties_at(const Measures& measures, const Matter& matter,
                                      const ListStandard& standard, SubjectCategory category,
                                      Date day);

// Whether an authority says what it did on it, or why not.
bool is_answered_for(const Measure& measure);

}  // namespace credit::catalogue
