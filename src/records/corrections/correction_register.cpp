#include "records/corrections/correction_register.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/corrections/corrections.sql.h"
#include "sql/session.h"

namespace credit::records {

namespace statements = corrections::statements;

Result<std::optional<ReplacingSubmission>> CorrectionRegister::to_tell() {
    const auto row = TRY(session_.find(statements::to_tell));
    if (!row) return std::nullopt;
    return ReplacingSubmission{
        .submission_id = row->text(0), .kind = row->text(1), .version = row->text(2)};
}

Result<std::vector<Replacement>> CorrectionRegister::replaced_by(std::string_view submission_id,
                                                                 const Replacement& after,
                                                                 std::int64_t limit) {
    std::vector<Replacement> replacements;
    for (const auto& row : TRY(session_.query(
             statements::replaced, {submission_id, after.subject_key, after.replaced, limit}))) {
        replacements.push_back(
            {.subject_key = row.text(0), .replaced = row.text(1), .record = row.text(2)});
    }
    return replacements;
}

Result<bool> CorrectionRegister::is_noticed(std::string_view subject_key,
                                            std::string_view record_id) {
    const auto row = TRY(session_.find(statements::noticed, {subject_key, record_id}));
    return row.has_value();
}

Result<void> CorrectionRegister::all_told(std::string_view submission_id) {
    auto transaction = TRY(sql::Transaction::begin(session_));
    TRY(session_.execute(statements::all_told, {submission_id}));
    return transaction.commit();
}

}  // namespace credit::records
