// Reading of a row by its kind's columns (数据校验): types, lengths, code lists, what must be
// filled.
//
// It knows nothing of subjects, days or law; those rules follow in intake_rules.h. All faults of a
// row are found at once, so that it is mended in one go.

#pragma once

#include <vector>

#include "catalogue/code_list.h"
#include "catalogue/headers/header_recognition.h"
#include "records/intake/row.h"
#include "sheets/reader.h"

namespace credit::records {

class RowReader {
public:
    // Both must outlive the reader.
    RowReader(const catalogue::HeaderRecognition& header, const catalogue::CodeLists& codes);

    // Fills `row` and `faults`, whose memory is reused.
    void read(const sheets::SheetRow& sheet_row, Row& row, Faults& faults) const;

private:
    struct Place {
        const catalogue::Column* column;
        const catalogue::CodeList* codes;  // null where the column has none
        std::size_t position;
    };

    static void read_cell(const Place& place, const sheets::SheetRow& sheet_row, Row& row,
                          Faults& faults);
    void require_filled(const Row& row, Faults& faults) const;

    std::vector<Place> places_;
    std::vector<const catalogue::Column*> absent_;  // columns of the kind that the file lacks
};

// Of the subject as the row says it: by its category, else by which identifier is filled.
catalogue::SubjectCategory category_of(const Row& row);

}  // namespace credit::records
