// Lists and their standards (名单与认定标准): who decides, on which ground, for how long, what
// follows, how to get off, and what remedy there is.

#pragma once

#include <string>

#include "catalogue/duties/list_standard.h"
#include "pages/html/place.h"

namespace credit::pages {

// Every standard: those in force, then those that are not and why.
std::string show_lists(const Place& place);
std::string show_standard(const Place& place, const catalogue::ListStandard& standard);

}  // namespace credit::pages
