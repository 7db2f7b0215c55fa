// Workbook (工作簿): its visible worksheets in their order, and where its other parts lie.

#pragma once

#include <string>
#include <vector>

#include "foundation/result.h"
#include "sheets/xlsx/package.h"

namespace credit::sheets::xlsx {

struct Worksheet {
    std::string name;
    std::string part;
};

struct Workbook {
    std::vector<Worksheet> worksheets;
    std::string shared_strings;  // part; empty when there is none
    std::string styles;          // part; empty when there is none
    bool counts_from_1904 = false;
};

// InvalidInput "sheets.not_a_workbook" for any other zip file, "sheets.too_many_sheets", and the
// errors of XmlParser.
Result<Workbook> read_workbook(Package& package);

}  // namespace credit::sheets::xlsx
