// Reading of a submitted file: finds each sheet's header and judges its rows.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

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

    // The rows under the header in the order of the file, each once, some hundred at a time; stops
    // when the visitor fails, or the desk is closed. It looks at some while the next are judged, on
    // a thread of its own.
    using Visitor = std::function<Result<void>(std::span<records::JudgedRow> rows)>;
    Result<void> visit(const Visitor& visitor);

private:
    // Fills the rows from the front; how many there were.
    Result<std::size_t> judge_next(const records::RowReader& cells,
                                   std::span<records::JudgedRow> rows);
    Result<void> find_header(const Desk& desk, Date day);

    const Desk* desk_ = nullptr;
    std::unique_ptr<sheets::Reader> reader_;
    sheets::SheetRow header_row_;
    catalogue::HeaderRecognition header_;
    std::unique_ptr<records::Filing> filing_;
};

}  // namespace credit::desk
