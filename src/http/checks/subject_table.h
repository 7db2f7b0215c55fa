// An uploaded list of subjects (核查名单): its columns are found on each sheet, its rows read in
// order.
//
// Where the first row of a sheet is no header, but begins with an identifier, it is a row like the
// others: the identifiers stand first, the names, if any, after them.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/headers/subject_headers.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "sheets/reader.h"

namespace credit::http {

// Without blanks around it; empty where the row is shorter.
std::string_view cell_at(const sheets::SheetRow& row, std::size_t column);

class SubjectTable {
public:
    struct Row {
        std::uint64_t number = 0;  // in the file or on its sheet, from 1
        std::string_view identifier;
        std::optional<std::string_view> name;  // none where there is no such column
        bool digits_lost = false;              // of the identifier, by the spreadsheet
    };

    // The exceptions of the reading must outlive it. The errors of sheets::Reader.
    static Result<SubjectTable> open(const std::filesystem::path& path,
                                     const identity::Reading& reading);

    // The next row, which stands until the next call; null after the last. InvalidInput
    // "records.file_empty", "checks.header_not_known" with the headers that are known,
    // "checks.sheet_not_known" with the name of the sheet besides, and those of the reader.
    Result<const Row*> next();

private:
    SubjectTable(std::unique_ptr<sheets::Reader> reader, const identity::Reading& reading)
        : reader_(std::move(reader)), reading_(reading) {}

    // Whether the row is a header.
    Result<bool> begin_sheet(const sheets::SheetRow& first);
    const Row* told(const sheets::SheetRow& row);

    std::unique_ptr<sheets::Reader> reader_;
    identity::Reading reading_;
    catalogue::SubjectColumns columns_;
    std::optional<std::string> sheet_;
    Row row_;
};

}  // namespace credit::http
