#include "objections/corrected_row.h"

#include <array>
#include <charconv>
#include <optional>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "records/record.h"

namespace credit::objections {
namespace {

using catalogue::ColumnRole;

// None where the row says none, or nothing is left to read.
Result<double> amount_in(const catalogue::Catalogue& catalogue, const records::Record& record,
                         ColumnRole role) {
    const auto* const kind = TRY(catalogue.kinds.find_version(record.kind, record.version));
    const auto* const column = kind->find_role(role);
    if (column == nullptr || record.body.empty()) return 0.0;
    const auto body = TRY(parse_object(record.body));
    const auto text = TRY(read_optional_text(body, column->code)).value_or("");
    double amount = 0;
    std::from_chars(text.data(), text.data() + text.size(), amount);
    return amount;
}

// A day that was open is not narrowed by being named; one that was named is not opened.
bool ends_later(const std::optional<Date>& now, const std::optional<Date>& before) {
    return before && (!now || *now > *before);
}

}  // namespace

Result<bool> weighs_heavier(const catalogue::Catalogue& catalogue, const records::Record& row,
                            const records::Record& before) {
    constexpr std::array amounts{ColumnRole::Amount, ColumnRole::ConfiscatedAmount};
    for (const auto role : amounts) {
        const auto now = TRY(amount_in(catalogue, row, role));
        if (now > TRY(amount_in(catalogue, before, role))) return true;
    }
    return row.decided_on > before.decided_on || ends_later(row.conduct_on, before.conduct_on) ||
           ends_later(row.valid_through, before.valid_through);
}

}  // namespace credit::objections
