// Figures page (统计页): a chart that the server draws, and the same numbers as a table beside it.

#pragma once

#include <string>

#include "pages/figures/figures.h"
#include "pages/html/place.h"

namespace credit::pages {

std::string show_figures(const Place& place, const Figures& figures);

}  // namespace credit::pages
