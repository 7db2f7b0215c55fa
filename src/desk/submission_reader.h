// Reading of a submitted file: finds each sheet's header and judges its rows.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/headers/header_recognition.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "records/intake/intake_rules.h"
#include "records/intake/row.h"
#include "records/intake/row_reader.h"
#include "sheets/reader.h"

namespace credit::desk {

// What became of one row of the file.
struct JudgedRow {
    const sheets::SheetRow& sheet_row;
    const records::Row& row;
    const records::Admission& admission;
    records::Faults& faults;
    bool header = false;  // a sheet's header row, which is not judged
};

class SubmissionReader {
public:
    // Opens the file and reads up to its first header. The errors of submit().
    static Result<SubmissionReader> open(const Desk& desk, const catalogue::Authority& submitter,
                                         const std::filesystem::path& path, Date day);

    const catalogue::RecordKind& kind() const { return *header_.kind; }
    const catalogue::HeaderRecognition& header() const { return header_; }
    const std::vector<std::string>& header_cells() const { return header_cells_; }
    const records::Filing& filing() const { return *filing_; }
    sheets::Format format() const { return reader_->format(); }

    // Every row in the order of the file, the header first; stops when the visitor fails.
    template <typename Visitor>
    Result<void> visit(Visitor&& visitor) {
        records::Row row;
        records::Faults faults;
        records::Admission admission;
        TRY(visitor(JudgedRow{header_row_, row, admission, faults, true}));
        const records::RowReader cells(header_, filing_->catalogue.codes);
        for (const auto* next = TRY(reader_->next()); next != nullptr;
             next = TRY(reader_->next())) {
            if (next->sheet != header_row_.sheet) break;
            cells.read(*next, row, faults);
            admission = records::admit(*filing_, row, faults);
            TRY(visitor(JudgedRow{*next, row, admission, faults}));
        }
        return {};
    }

private:
    Result<void> find_header(const Desk& desk, Date day);

    std::unique_ptr<sheets::Reader> reader_;
    sheets::SheetRow header_row_;
    std::vector<std::string> header_cells_;
    catalogue::HeaderRecognition header_;
    std::unique_ptr<records::Filing> filing_;
};

}  // namespace credit::desk
