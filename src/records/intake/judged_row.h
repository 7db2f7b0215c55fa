// A row of a submitted table with all that was found about it (审查结果).

#pragma once

#include "records/intake/intake_rules.h"
#include "records/intake/row.h"
#include "sheets/reader.h"

namespace credit::records {

struct JudgedRow {
    sheets::SheetRow sheet_row;
    Row row;              // borrows from it
    Admission admission;  // means something only while there are no faults
    Faults faults;
};

}  // namespace credit::records
