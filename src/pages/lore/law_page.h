// Law (法规与期限): the instruments that the register rests on, and every number of law with its
// days, each with how far its text was checked.

#pragma once

#include <string>

#include "pages/html/place.h"

namespace credit::pages {

std::string show_law(const Place& place);
std::string show_periods(const Place& place);

}  // namespace credit::pages
