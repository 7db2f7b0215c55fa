// The same file back with one column more (退回原因): why each row was not accepted.
//
// A CSV comes back as UTF-8 with a byte-order mark and commas, a workbook as a workbook whose cells
// are all typed as text, so that codes keep their digits when the clerk corrects them. The column
// follows the last one of the sheet's first row; what a row holds beyond that stands after it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "foundation/result.h"
#include "sheets/reader.h"

namespace credit::sheets {

// Header of the column of faults. A reader of a corrected file leaves this column out.
inline constexpr std::string_view faults_header = "退回原因";

enum class FaultsRows : std::uint8_t {
    All,         // every row, with the number it had
    FaultyOnly,  // the headers and the rows with faults, one after another
};

class FaultsWriter {
public:
    // For a file of this kind. Unavailable "sheets.cannot_write".
    static Result<std::unique_ptr<FaultsWriter>> create(const std::filesystem::path& path,
                                                        FileKind kind, FaultsRows rows);

    FaultsWriter() = default;
    FaultsWriter(const FaultsWriter&) = delete;
    FaultsWriter& operator=(const FaultsWriter&) = delete;
    virtual ~FaultsWriter() = default;

    // The first row to be written of a sheet; its width places the column of faults.
    // Unavailable "sheets.cannot_write".
    virtual Result<void> write_header(const SheetRow& header) = 0;
    // A row in the order of the file; empty faults: it was not at fault.
    // Unavailable "sheets.cannot_write".
    virtual Result<void> write_row(const SheetRow& row, std::string_view faults) = 0;
    // The file is complete and has its name; without this nothing is left behind.
    // Unavailable "sheets.cannot_write".
    virtual Result<void> finish() = 0;
};

}  // namespace credit::sheets
