#include "sheets/csv/formula_guard.h"

#include <string>
#include <string_view>

namespace credit::sheets::csv {
namespace {

bool runs_as_formula(std::string_view cell) {
    if (cell.empty()) return false;
    switch (cell.front()) {
        case '=':
        case '@':
        case '\t':
        case '\r':
            return true;
        case '+':
        case '-':
            return cell.find_first_not_of("0123456789 .,:%+-") != std::string_view::npos;
        default:
            return false;
    }
}

}  // namespace

// A cell that begins with apostrophes before a formula gets one more, so that removing is exact.
bool needs_formula_guard(std::string_view cell) {
    const auto text = cell.find_first_not_of('\'');
    return text != std::string_view::npos && runs_as_formula(cell.substr(text));
}

void remove_formula_guard(std::string& cell) {
    if (cell.starts_with('\'') && needs_formula_guard(cell)) cell.erase(0, 1);
}

}  // namespace credit::sheets::csv
