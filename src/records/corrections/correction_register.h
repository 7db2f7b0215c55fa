// What is kept of corrected rows until it is told. Its statements are in corrections.sql.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::records {

// A record that a further row of its authority has replaced, and the one that came of that row.
struct Replacement {
    std::string subject_key;
    std::string replaced;
    std::string record;
};

// A submission that replaced records, and whose rows are all visible.
struct ReplacingSubmission {
    std::string submission_id;
    std::string kind;
    std::string version;
};

class CorrectionRegister {
public:
    explicit CorrectionRegister(sql::Session& session) : session_(session) {}

    // The first of which not all was told.
    Result<std::optional<ReplacingSubmission>> to_tell();
    // In the order of the subjects, those after `after`.
    Result<std::vector<Replacement>> replaced_by(std::string_view submission_id,
                                                 const Replacement& after, std::int64_t limit);
    // Whether the subject was told that the record was wrong.
    Result<bool> is_noticed(std::string_view subject_key, std::string_view record_id);
    Result<void> all_told(std::string_view submission_id);

private:
    sql::Session& session_;
};

}  // namespace credit::records
