// Number formats of a workbook: which cell styles show a number as a date or a time.
//
// Standard: ECMA-376 part 1, 18.8.30 (built-in formats; 27 to 36 and 50 to 58 as Chinese has them)

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sheets/xlsx/package.h"

namespace credit::sheets::xlsx {

enum class NumberForm : std::uint8_t { Plain, Date, DateTime, Time };

// What a format code such as yyyy"年"m"月"d"日" shows.
NumberForm form_of_code(std::string_view code);

class NumberFormats {
public:
    // Of the styles part. The errors of XmlParser.
    static Result<NumberFormats> read(Part part);

    // Plain for a style that the workbook does not define.
    NumberForm form(std::size_t style) const {
        return style < forms_.size() ? forms_[style] : NumberForm::Plain;
    }

private:
    std::vector<NumberForm> forms_;  // by the number of the cell style
};

}  // namespace credit::sheets::xlsx
