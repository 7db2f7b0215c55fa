#include "records/submission_register.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/accept_submission.h"
#include "records/record_row.h"
#include "records/submission.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::records {
namespace {

// Later than every id: ids are of digits and capitals.
constexpr std::string_view after_all = "~";

constexpr std::size_t ended_as_at = record_columns.size();
constexpr std::size_t ended_on_at = ended_as_at + 1;

// In the order of the columns of find_submission and submissions_of.
Submission submission_in(const sql::Row& row) {
    return {.submission_id = row.text(0),
            .kind = row.text(1),
            .version = row.text(2),
            .received_on = row.date(3),
            .counts = {.accepted = row.integer(4),
                       .rejected = row.integer(5),
                       .unchanged = row.integer(6),
                       .superseded = row.integer(7),
                       .quarantined = row.integer(8)}};
}

}  // namespace

Result<Submission> SubmissionRegister::find(std::string_view authority,
                                            std::string_view submission_id) {
    const auto row =
        TRY(session_.find(statements::find_submission, {home_key_of(authority), submission_id}));
    if (!row) return fail(ErrorCode::NotFound, "records.no_such_submission");
    return submission_in(*row);
}

Result<std::vector<Submission>> SubmissionRegister::of_authority(std::string_view authority,
                                                                 std::string_view before,
                                                                 std::size_t limit) {
    std::vector<Submission> submissions;
    const auto home_key = home_key_of(authority);
    for (const auto& row : TRY(session_.query(
             statements::submissions_of, {home_key, before.empty() ? after_all : before, limit}))) {
        submissions.push_back(submission_in(row));
    }
    return submissions;
}

Result<std::vector<FiledRow>> SubmissionRegister::rows_of(std::string_view submission_id,
                                                          std::int64_t after, std::size_t limit) {
    std::vector<FiledRow> rows;
    for (const auto& row :
         TRY(session_.query(statements::rows_of_submission, {submission_id, after, limit}))) {
        rows.push_back({.record = record_in(row),
                        .ended_as = row.optional_text(ended_as_at),
                        .ended_on = row.optional_date(ended_on_at)});
    }
    return rows;
}

Result<std::int64_t> SubmissionRegister::late_in(std::string_view submission_id) {
    const auto row = TRY(session_.find(statements::count_late, {submission_id}));
    return row ? row->integer(0) : 0;
}

Result<std::vector<RowPlace>> SubmissionRegister::current_rows(std::string_view submission_id,
                                                               std::int64_t after,
                                                               std::int64_t limit) {
    std::vector<RowPlace> places;
    for (const auto& row : TRY(session_.query(statements::current_rows_of_submission,
                                              {submission_id, after, limit}))) {
        places.push_back(
            {.subject_key = row.text(0), .record_id = row.text(1), .row_number = row.integer(2)});
    }
    return places;
}

Result<std::vector<NotAdopted>> SubmissionRegister::not_adopted() {
    std::vector<NotAdopted> waiting;
    for (const auto& row : TRY(session_.query(statements::not_adopted))) {
        waiting.push_back({.submission_id = row.text(0),
                           .kind = row.text(1),
                           .version = row.text(2),
                           .adopted = row.integer(3)});
    }
    return waiting;
}

Result<void> SubmissionRegister::advance_adoption(std::string_view submission_id,
                                                  std::int64_t row) {
    TRY(session_.execute(statements::advance_adoption, {submission_id, row}));
    return {};
}

}  // namespace credit::records
