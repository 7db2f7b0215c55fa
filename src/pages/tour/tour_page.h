// Tour (演示导览): the whole loop of the register in five minutes, step by step: who signs in,
// which screen to open, what to do there, and what one sees.
//
// For a demonstration alone. Accounts stand by name; their passwords are printed where the register
// was started, and on no page.

#pragma once

#include <string>

#include "pages/html/place.h"

namespace credit::pages {

std::string show_tour(const Place& place);

}  // namespace credit::pages
