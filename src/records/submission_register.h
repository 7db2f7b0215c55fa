// What is kept of submissions (报送台账), to be read by the authority that filed them: what was
// taken, what became of each row, and whether it came in time.
//
// Law: sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth
//      double-publicity-notice-2018-1171 — in seven working days of the decision

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "records/accept_submission.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

struct Submission {
    std::string submission_id;
    std::string kind;
    std::string version;
    Date received_on{};
    Counts counts;
};

// A row of it that was recorded, and how it ended.
struct FiledRow {
    Record record;
    std::optional<std::string> ended_as = {};
    std::optional<Date> ended_on = {};
};

struct RowPlace {
    std::string subject_key;
    std::string record_id;
    std::int64_t row_number = 0;
};

// An accepted submission, and through which row its listings were taken up.
struct NotAdopted {
    std::string submission_id;
    std::string kind;
    std::string version;
    std::int64_t adopted = 0;
};

class SubmissionRegister {
public:
    explicit SubmissionRegister(sql::Session& session) : session_(session) {}

    // NotFound "records.no_such_submission".
    Result<Submission> find(std::string_view authority, std::string_view submission_id);
    // The latest first, those before `before`; empty: from the latest.
    Result<std::vector<Submission>> of_authority(std::string_view authority,
                                                 std::string_view before, std::size_t limit);
    // By row number, those after `after`.
    Result<std::vector<FiledRow>> rows_of(std::string_view submission_id, std::int64_t after,
                                          std::size_t limit);
    // How many of its records came after the last day of their clock.
    Result<std::int64_t> late_in(std::string_view submission_id);

    // Records that stand, by row number.
    Result<std::vector<RowPlace>> current_rows(std::string_view submission_id, std::int64_t after,
                                               std::int64_t limit);
    Result<std::vector<NotAdopted>> not_adopted();
    Result<void> advance_adoption(std::string_view submission_id, std::int64_t row);

private:
    sql::Session& session_;
};

}  // namespace credit::records
