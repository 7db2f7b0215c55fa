// Numbers of a spreadsheet as text: plain digits, dates and times.

#pragma once

#include <string>
#include <string_view>

#include "sheets/reader.h"
#include "sheets/xlsx/number_formats.h"

namespace credit::sheets::xlsx {

struct NumberText {
    std::string text;
    CellKind kind = CellKind::Number;
};

// The number as a spreadsheet of wide columns shows it: at most 15 digits that mean something, no
// exponent within 30 digits, no percent sign or thousands comma; a date as ISO 8601. A date that a
// spreadsheet cannot show (below 0, past 9999, 1900-02-29) stays a number. What is no number comes
// back as it is, as Text.
NumberText number_text(std::string_view raw, NumberForm form, bool counts_from_1904);

// The date of a cell that holds it as text (2026-04-01T00:00:00.000Z) in the same form: no fraction
// of a second, no zone, and no time when it is midnight.
std::string iso_date_text(std::string_view raw);

}  // namespace credit::sheets::xlsx
