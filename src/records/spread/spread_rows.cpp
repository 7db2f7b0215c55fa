#include "records/spread/spread_rows.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "records/record.h"
#include "records/registration.h"
#include "records/spread/rows_to_come.h"
#include "records/submission.sql.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/identifiers.h"

namespace credit::records {
namespace {

constexpr std::array<std::string_view, 4> current_columns{"subject_key", "row_key", "record_id",
                                                          "digest"};

// Those of whom nothing was known, and what the vault keeps of them.
Result<void> make_known(sql::Session& session, std::string_view submission_id, std::int64_t from,
                        std::int64_t through) {
    TRY(subjects::keep_staged(session, {.submission_id = submission_id, .row_number = through}));
    return make_subjects_known(session, submission_id, from, through);
}

}  // namespace

Result<void> make_visible(sql::Session& session, std::string_view submission_id, std::int64_t from,
                          std::int64_t through) {
    TRY(make_known(session, submission_id, from, through));
    const auto counted = TRY(session.find(statements::count_rows, {submission_id, from, through}));
    const auto rows = counted ? counted->integer(0) : 0;
    if (rows == 0) return {};
    const auto made =
        TRY(session.execute(statements::make_current, {submission_id, from, through}));
    // Seldom: a document had a record already.
    if (made == rows) return {};
    TRY(session.execute(statements::supersede, {submission_id, from, through}));
    TRY(session.execute(statements::replace_current, {submission_id, from, through}));
    return {};
}

Result<bool> spread_chunk(sql::Session& session, std::string_view submission_id) {
    auto transaction = TRY(sql::Transaction::begin_behind(session));
    const auto progress = TRY(session.find(statements::find_progress, {submission_id}));
    if (!progress || progress->integer(0) == 0) return false;
    const auto last = progress->integer(1);
    const auto from = progress->integer(2);
    if (from >= last) return false;
    const auto through = std::min(from + RowSpread::rows_in_chunk, last);
    if (TRY(session.execute(statements::advance_progress, {submission_id, from, through})) == 0) {
        return true;  // somebody else did
    }
    TRY(make_visible(session, submission_id, from, through));
    TRY(transaction.commit());
    return through < last;
}

Result<void> spread_submission(sql::Session& session, std::string_view submission_id) {
    while (TRY(spread_chunk(session, submission_id))) {
    }
    return {};
}

Result<bool> are_rows_to_come(sql::Session& session) {
    const auto row = TRY(session.find(statements::find_rows_to_come));
    return row.has_value();
}

Result<bool> are_rows_to_come(sql::Session& session, std::string_view submission_id) {
    const auto progress = TRY(session.find(statements::find_progress, {submission_id}));
    return progress && (progress->integer(0) == 0 || progress->integer(2) < progress->integer(1));
}

RowSpread::RowSpread(std::string submission_id, RowsToCome rows, std::int64_t chunk)
    : submission_id_(std::move(submission_id)), rows_(std::move(rows)), chunk_(chunk) {}

Result<bool> RowSpread::next(sql::Session& session) {
    if (!rows_.holds_all()) return spread_chunk(session, submission_id_);
    auto transaction = TRY(sql::Transaction::begin_behind(session));
    const auto progress = TRY(session.find(statements::find_progress, {submission_id_}));
    if (!progress || progress->integer(0) == 0) return false;
    const auto last = progress->integer(1);
    // Holds the row until the transaction ends; no row where somebody else made rows visible.
    if (TRY(session.execute(statements::advance_progress, {submission_id_, 0, 0})) == 0) {
        rows_.give_up();
        return true;
    }
    const bool more = TRY(next_in_order(session, last));
    if (!more) TRY(session.execute(statements::advance_progress, {submission_id_, 0, last}));
    TRY(transaction.commit());
    return more;
}

// First all subjects, in the order of the file: who stands in it twice is known by the first row.
Result<bool> RowSpread::next_in_order(sql::Session& session, std::int64_t last) {
    if (known_ < last) {
        const auto through = std::min(known_ + chunk_, last);
        TRY(make_known(session, submission_id_, known_, through));
        known_ = through;
        return true;
    }
    const auto taken = rows_.take(static_cast<std::size_t>(chunk_));
    TRY(make_current(session, taken));
    return std::ssize(taken) == chunk_;
}

Result<void> RowSpread::make_current(sql::Session& session,
                                     std::span<const RowToCome* const> rows) const {
    std::vector<std::string> ids;
    ids.reserve(rows.size());
    std::vector<std::vector<sql::Value>> values;
    values.reserve(rows.size());
    for (const RowToCome* const row : rows) {
        ids.push_back(record_id_of(submission_id_, row->row_number));
        values.push_back(
            {row->subject_key.view(), row->row_key.view(), ids.back(), BytesView(row->digest)});
    }
    return session.append_rows("record_current", current_columns, values);
}

}  // namespace credit::records
