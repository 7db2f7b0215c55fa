// Complaints as each side reads them: the complainant all, the deciding unit all but whose it is,
// the unit complained of what it was asked, and nobody else anything.

#pragma once

#include <span>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "complaints/complaint.h"
#include "foundation/json.h"
#include "http/operation.h"

namespace credit::http {

enum class Side { None, Complainant, DecidingUnit, Respondent };

// A unit that must reply reads the complaint from the day on which it was asked.
Side side_of(const access::Principal& caller, const catalogue::Catalogue& catalogue,
             const complaints::Complaint& complaint);

// As the caller's side sees it; to the respondent without the complainant's words and items where
// that one asked to be kept secret.
JsonObject shown_to(const access::Principal& caller, const catalogue::Catalogue& catalogue,
                    const complaints::Complaint& complaint);

std::span<const Operation> complaint_reading_operations();

}  // namespace credit::http
