#include "records/filed_state.h"

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
    for (const auto& column : kind.columns) {
        if (column.role != catalogue::ColumnRole::State) continue;
        const auto state = read_optional_text(*row, column.code);
        if (state && *state == invalid) return true;
    }
    return false;
}

}  // namespace credit::records
