#include "sheets/csv/csv_faults_writer.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "foundation/result.h"
#include "sheets/faults_writer.h"
#include "sheets/reader.h"

namespace credit::sheets::csv {

Result<void> CsvFaultsWriter::write_header(const SheetRow& header) {
    faults_column_ = header.cells.size();
    return write(header, faults_header);
}

Result<void> CsvFaultsWriter::write_row(const SheetRow& row, std::string_view faults) {
    if (rows_ == FaultsRows::FaultyOnly && faults.empty()) return {};
    return write(row, faults);
}

Result<void> CsvFaultsWriter::write(const SheetRow& row, std::string_view faults) {
    if (rows_ == FaultsRows::All) {  // blank rows, so that each row keeps its number
        while (++last_number_ < row.number) TRY(writer_.write_row({""}));
    }
    cells_.assign(row.cells.begin(), row.cells.end());
    cells_.resize(std::max(cells_.size(), faults_column_));
    cells_.emplace(cells_.begin() + static_cast<std::ptrdiff_t>(faults_column_), faults);
    return writer_.write_row(cells_);
}

}  // namespace credit::sheets::csv
