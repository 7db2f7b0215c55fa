// The statements that append rows to tables, from the engine's template. Names are the program's
// own.

#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace credit::sql {

class AppendTexts {
public:
    // The pattern with {table}, {columns} and {parameters} filled in; made once for the same names,
    // then found without allocation. Valid as long as this.
    const std::string& of(std::string_view pattern, std::string_view table,
                          std::span<const std::string_view> columns);

private:
    struct Made {
        std::string table;
        std::vector<std::string> columns;
        std::string text;
    };

    std::deque<Made> made_;  // a handful; addresses stand
};

}  // namespace credit::sql
