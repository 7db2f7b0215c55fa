#include "sheets/faults_writer.h"

#include <filesystem>
#include <memory>

#include "foundation/result.h"
#include "sheets/csv/csv_faults_writer.h"
#include "sheets/csv_writer.h"
#include "sheets/reader.h"
#include "sheets/xlsx/workbook_faults_writer.h"

namespace credit::sheets {

Result<std::unique_ptr<FaultsWriter>> FaultsWriter::create(const std::filesystem::path& path,
                                                           FileKind kind, FaultsRows rows) {
    if (kind == FileKind::Xlsx) return xlsx::WorkbookFaultsWriter::create(path, rows);
    return std::make_unique<csv::CsvFaultsWriter>(TRY(CsvWriter::create(path)), rows);
}

}  // namespace credit::sheets
