// Rows of an accepted submission become visible (公开入库), a chunk in a transaction at a time, so
// that other acts go on beside them.
//
// In the order of the file; or, where whoever staged them still holds them (RowsToCome), in that of
// the table. A crash only delays: whoever takes the next turn goes on, in the order of the file.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "records/spread/rows_to_come.h"
#include "sql/session.h"

namespace credit::records {

// Makes rows visible in the order of their numbers, those after `from` up to and with `through`: in
// the transaction of the session.
Result<void> make_visible(sql::Session& session, std::string_view submission_id, std::int64_t from,
                          std::int64_t through);

// Makes the next rows of an accepted submission visible, in a transaction of its own; true when
// there are more.
Result<bool> spread_chunk(sql::Session& session, std::string_view submission_id);
// All that remain.
Result<void> spread_submission(sql::Session& session, std::string_view submission_id);

// Whether rows of an accepted submission are not visible yet.
Result<bool> are_rows_to_come(sql::Session& session);
// Whether rows of that one are not visible yet.
Result<bool> are_rows_to_come(sql::Session& session, std::string_view submission_id);

// Of whoever staged the rows, has the turn, and had them accepted.
class RowSpread {
public:
    static constexpr std::int64_t rows_in_chunk = 100'000;

    RowSpread(std::string submission_id, RowsToCome rows, std::int64_t chunk = rows_in_chunk);

    // Makes the next rows visible, in a transaction of its own; true when there are more.
    Result<bool> next(sql::Session& session);

private:
    Result<bool> next_in_order(sql::Session& session, std::int64_t last);
    Result<void> make_current(sql::Session& session, std::span<const RowToCome* const> rows) const;

    std::string submission_id_;
    RowsToCome rows_;
    std::int64_t chunk_;
    std::int64_t known_ = 0;  // subjects of rows up to and with this number
};

}  // namespace credit::records
