#include "records/filed_state.h"

#include <algorithm>
#include <string_view>

#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/json.h"

namespace credit::records {
namespace {

constexpr std::string_view invalid = "invalid";  // of the code list "state"

}  // namespace

bool filed_as_invalid(const catalogue::RecordKind& kind, std::string_view body) {
    const auto row = parse_object(body);
    if (!row) return false;
    return std::ranges::any_of(kind.columns, [&](const catalogue::Column& column) {
        if (column.role != catalogue::ColumnRole::State) return false;
        const auto state = read_optional_text(*row, column.code);
        return state && *state == invalid;
    });
}

}  // namespace credit::records
