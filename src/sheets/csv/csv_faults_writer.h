// The CSV with a column of faults.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sheets/csv_writer.h"
#include "sheets/faults_writer.h"
#include "sheets/reader.h"

namespace credit::sheets::csv {

class CsvFaultsWriter final : public FaultsWriter {
public:
    CsvFaultsWriter(CsvWriter writer, FaultsRows rows) : writer_(std::move(writer)), rows_(rows) {}

    Result<void> write_header(const SheetRow& header) override;
    Result<void> write_row(const SheetRow& row, std::string_view faults) override;
    Result<void> finish() override { return writer_.finish(); }

private:
    Result<void> write(const SheetRow& row, std::string_view faults);

    CsvWriter writer_;
    FaultsRows rows_;
    std::size_t faults_column_ = 0;
    std::uint64_t last_number_ = 0;
    std::vector<std::string> cells_;
};

}  // namespace credit::sheets::csv
