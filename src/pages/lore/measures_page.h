// Measures (措施清单): each with its articles, who carries it out, and how far it binds.

#pragma once

#include <string>
#include <string_view>

#include "catalogue/duties/measure.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {

// One group of the catalogue: "a", "b", "c", "p", "i", "off" (not in force). Empty for another.
std::string show_measures(const Place& place, std::string_view path);
// The groups, and what each may do.
std::string show_measure_groups(const Place& place);

// <li>…</li>
void add_measure(Html& out, const Place& place, const catalogue::Measure& measure);

}  // namespace credit::pages
