// Reader of delimited text (CSV).

#pragma once

#include <memory>

#include "foundation/result.h"
#include "sheets/csv/record_parser.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"
#include "sheets/reader.h"

namespace credit::sheets::csv {

class CsvReader final : public Reader {
public:
    // Finds out encoding and delimiter. The errors of find_encoding and of the first block.
    static Result<std::unique_ptr<Reader>> open(FileBytes file, const Limits& limits);

    CsvReader(RecordParser parser, Format format);

    Result<const SheetRow*> next() override;
    void skip_sheet() override { skipped_ = true; }
    Format format() const override { return format_; }
    Progress progress() const override;

private:
    RecordParser parser_;
    Format format_;
    SheetRow row_;
    bool skipped_ = false;
};

}  // namespace credit::sheets::csv
