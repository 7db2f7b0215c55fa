// Reading of a submitted file: finds each sheet's header and judges its rows.
//
// A workbook may hold its rows on several sheets of one kind; each has a header of its own. A sheet
// whose header is that of no kind (instructions, lists of codes) is left out by its name. The rows
// of a further sheet are numbered on from the last row of the one before, so that each row of a
// submission has a number of its own.
//
// Reading: decision 0241

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/headers/header_recognition.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "records/intake/intake_rules.h"
#include "records/intake/judged_row.h"
#include "records/intake/row_reader.h"
#include "sheets/reader.h"

namespace credit::desk {

class SubmissionReader {
public:
    // Opens the file and reads up to its first header. The errors of submit().
    static Result<SubmissionReader> open(const Desk& desk, const catalogue::Authority& submitter,
                                         const std::filesystem::path& path, Date day);

    const catalogue::RecordKind& kind() const { return *header_.kind; }
    const catalogue::HeaderRecognition& header() const { return header_; }
    const sheets::SheetRow& header_row() const { return header_row_; }
    const records::Filing& filing() const { return *filing_; }
    sheets::Format format() const { return reader_->format(); }

    // Names of the sheets so far that are no tables of records.
    const std::vector<std::string>& sheets_left_out() const { return sheets_left_out_; }
    // The row's number as its sheet shows it.
    std::uint64_t number_on_sheet(const sheets::SheetRow& row) const {
        return row.number - counted_before_;
    }
    // Where the row of that number stands, for a person: the number, and its sheet where there are
    // several.
    std::string place_of(std::uint64_t number) const;

    // The rows of the sheet in the order of the file, each once, some hundred at a time; stops
    // when the visitor fails, or the desk is closed. It looks at some while the next are judged, on
    // a thread of its own.
    using Visitor = std::function<Result<void>(std::span<records::JudgedRow> rows)>;
    Result<void> visit(const Visitor& visitor);

    // Goes on to the header of the next sheet, when all rows of this one were visited; false after
    // the last. The errors of submit().
    Result<bool> next_sheet();

private:
    struct Sheet {
        std::string name;
        std::uint64_t counted_before;  // rows of the sheets before it
    };

    // Fills the rows from the front; how many there were.
    Result<std::size_t> judge_next(const records::RowReader& cells,
                                   std::span<records::JudgedRow> rows);
    // Whether there was one; the sheets before it are left out.
    Result<bool> find_header();
    // The same on the sheet of the row, which is null when there is none.
    Result<bool> find_header_from(const sheets::SheetRow* row);
    Result<void> begin_sheet(catalogue::HeaderRecognition header, const sheets::SheetRow& row);

    const Desk* desk_ = nullptr;
    std::unique_ptr<sheets::Reader> reader_;
    const catalogue::Catalogue* catalogue_ = nullptr;
    Date day_{};
    const sheets::SheetRow* ahead_ = nullptr;  // read already, of the next sheet
    sheets::SheetRow header_row_;
    catalogue::HeaderRecognition header_;
    std::unique_ptr<records::Filing> filing_;
    std::vector<Sheet> sheets_;  // with their rows read
    std::vector<std::string> sheets_left_out_;
    std::optional<Error> first_error_;  // why the first row of the file is no header
    std::uint64_t counted_before_ = 0;
    std::uint64_t last_number_ = 0;
};

}  // namespace credit::desk
