// Competence (受理单位): which authorities take tips about a domain of conduct in a region.
//
// Never a credit office: whoever keeps the register is not told of a tip.
//
// Reading: decision 0212: by the domain's supervising functions; the city's authority before the
//          province's

#pragma once

#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"

namespace credit::tips {

// Empty for a domain or a region that is not known.
std::vector<const catalogue::Authority*> competent_for(const catalogue::Catalogue& catalogue,
                                                       std::string_view domain,
                                                       std::string_view region, Date day);

// Whether the authority takes tips about the domain in any region.
bool is_competent(const catalogue::Authority& authority, std::string_view domain);

// Whether it may take tips about anything.
bool takes_tips(const catalogue::Authority& authority);

}  // namespace credit::tips
