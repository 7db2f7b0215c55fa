// Rows of one worksheet (工作表), pulled one by one out of its part.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/reader.h"
#include "sheets/xlsx/number_formats.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/string_table.h"
#include "sheets/xlsx/xml_parser.h"

namespace credit::sheets::xlsx {

// What the cells of all worksheets refer to.
struct CellSources {
    StringTable& strings;
    const NumberFormats& formats;
    bool counts_from_1904 = false;
};

class WorksheetRows final : public XmlHandler {
public:
    WorksheetRows(Part part, std::string sheet, const CellSources& sources);

    // False after the last row. InvalidInput names the sheet, the row and the column.
    Result<bool> next(SheetRow& row);

    Handled start(std::string_view name, const Attributes& attributes) override;
    Handled end(std::string_view name) override;
    Handled text(std::string_view piece) override;

private:
    // What t="…" of a cell says about its value.
    enum class Type : std::uint8_t { Number, Shared, Inline, Formula, Boolean, Error, Date };

    Handled start_row(const Attributes& attributes);
    Handled start_cell(const Attributes& attributes);
    Handled end_cell();
    Handled put_shared();
    Handled put(std::string_view text, CellKind kind);
    std::unexpected<Error> refused(std::string_view word, std::size_t limit = 0) const;

    std::string sheet_;
    CellSources sources_;
    XmlParser parser_;
    SheetRow* row_ = nullptr;
    std::uint64_t row_number_ = 0;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    std::size_t cells_ = 0;  // of the row, up to the last one put
    std::size_t row_bytes_ = 0;
    std::string value_;
    std::string shared_;
    std::size_t style_ = 0;
    Type type_ = Type::Number;
    bool in_data_ = false;
    bool in_value_ = false;
    bool phonetic_ = false;
    bool has_value_ = false;
    bool has_formula_ = false;
    bool row_complete_ = false;
    bool data_ended_ = false;
};

}  // namespace credit::sheets::xlsx
