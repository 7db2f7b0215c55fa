// Guides (办事指南): how to see what is held, object, ask for repair, complain: step by step, every
// period taken from the law of the day.

#pragma once

#include <string>

#include "pages/html/place.h"

namespace credit::pages {

std::string show_guides(const Place& place);

}  // namespace credit::pages
