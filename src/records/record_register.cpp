#include "records/record_register.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::records {
namespace {

// In the order of the columns of current_records in record.sql.
Record read_row(std::string_view subject_key, const sql::Row& row) {
    Record record{.subject_key = std::string(subject_key),
                  .record_id = row.text(0),
                  .submission_id = row.text(1),
                  .row_number = row.integer(2),
                  .kind = row.text(3),
                  .version = row.text(4),
                  .authority = row.text(5),
                  .document_number = row.text(6),
                  .row_key = row.text(7),
                  .subject_kind = row.text(9),
                  .subject_name = row.text(10),
                  .decided_on = row.date(11),
                  .conduct_on = row.optional_date(12),
                  .valid_through = row.optional_date(13),
                  .reported_on = row.date(14),
                  .due_on = row.date(15),
                  .due_provisional = row.integer(16) != 0,
                  .reference_only = row.integer(17) != 0,
                  .body = row.text(18)};
    const auto& digest = row.bytes(8);
    std::copy_n(digest.begin(), std::min(digest.size(), record.digest.size()),
                record.digest.begin());
    return record;
}

}  // namespace

Result<std::vector<Record>> RecordRegister::current_of(std::string_view subject_key) {
    std::vector<Record> records;
    for (const auto& row : TRY(session_.query(statements::current_records, {subject_key}))) {
        records.push_back(read_row(subject_key, row));
    }
    return records;
}

Result<Record> RecordRegister::find(std::string_view subject_key, std::string_view record_id) {
    const auto row = TRY(session_.find(statements::find_record, {subject_key, record_id}));
    if (!row) return fail(ErrorCode::NotFound, "records.no_such_record");
    return read_row(subject_key, *row);
}

}  // namespace credit::records
