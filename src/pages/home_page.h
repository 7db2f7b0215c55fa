// Home (首页): the box by which subjects are found, what can be done here, and the newest
// publicity.

#pragma once

#include <string>

#include "pages/html/place.h"
#include "pages/publicity/newest.h"

namespace credit::pages {

std::string show_home(const Place& place, const Newest& penalties, const Newest& permits);

}  // namespace credit::pages
