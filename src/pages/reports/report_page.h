// Report page (信用分析报告页): a chart that the server draws, the same numbers as a table, and the
// file with them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/html/place.h"
#include "pages/reports/report.h"

namespace credit::pages {

// "regions.csv", "industries.csv".
std::string_view file_of(Dimension dimension);
std::string show_report(const Place& place, Dimension dimension, const Report& report);
// In UTF-8 with a byte-order mark: code, names, report_columns, since, as_of; what is left out
// stands as "<5".
std::string csv_of(const Place& place, Dimension dimension, const Report& report);

}  // namespace credit::pages
