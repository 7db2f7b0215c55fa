#include "records/record_row.h"

#include <algorithm>
#include <vector>

#include "records/record.h"
#include "sql/value.h"

namespace credit::records {

std::vector<sql::Value> values_of(const Record& record) {
    return {record.subject_key,
            record.record_id,
            record.submission_id,
            record.row_number,
            record.kind,
            record.version,
            record.authority,
            record.document_number,
            record.row_key,
            record.digest,
            record.subject_kind,
            record.subject_name,
            record.decided_on,
            record.conduct_on,
            record.valid_through,
            record.reported_on,
            record.due_on,
            record.due_provisional ? 1 : 0,
            record.reference_only ? 1 : 0,
            record.body};
}

Record record_in(const sql::Row& row) {
    Record record{.subject_key = row.text(0),
                  .record_id = row.text(1),
                  .submission_id = row.text(2),
                  .row_number = row.integer(3),
                  .kind = row.text(4),
                  .version = row.text(5),
                  .authority = row.text(6),
                  .document_number = row.text(7),
                  .row_key = row.text(8),
                  .subject_kind = row.text(10),
                  .subject_name = row.text(11),
                  .decided_on = row.date(12),
                  .conduct_on = row.optional_date(13),
                  .valid_through = row.optional_date(14),
                  .reported_on = row.date(15),
                  .due_on = row.date(16),
                  .due_provisional = row.integer(17) != 0,
                  .reference_only = row.integer(18) != 0,
                  .body = row.text(19)};
    const auto& digest = row.bytes(9);
    std::copy_n(digest.begin(), std::min(digest.size(), record.digest.size()),
                record.digest.begin());
    return record;
}

}  // namespace credit::records
