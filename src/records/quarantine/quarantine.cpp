#include "records/quarantine/quarantine.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/quarantine.sql.h"
#include "records/record_row.h"
#include "sql/session.h"

namespace credit::records {
namespace {

// The columns after those of a record.
constexpr std::size_t reason_at = record_columns.size();
constexpr std::size_t outcome_at = reason_at + 1;

}  // namespace

Result<QuarantinedRow> QuarantineRegister::find(std::string_view subject_key,
                                                std::string_view record_id) {
    const auto row = TRY(session_.find(statements::find_quarantined, {subject_key, record_id}));
    if (!row) return fail(ErrorCode::NotFound, "records.no_such_record");
    return QuarantinedRow{.record = record_in(*row),
                          .reason = row->text(reason_at),
                          .reviewed = row->optional_text(outcome_at)};
}

Result<std::vector<QuarantinedRow>> QuarantineRegister::page_of(std::string_view authority,
                                                                std::string_view after,
                                                                std::size_t limit) {
    std::vector<QuarantinedRow> rows;
    for (const auto& row :
         TRY(session_.query(statements::quarantined_of, {authority, after, limit}))) {
        rows.push_back({.record = record_in(row), .reason = row.text(reason_at)});
    }
    return rows;
}

}  // namespace credit::records
