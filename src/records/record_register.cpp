#include "records/record_register.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "foundation/result.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "records/record_row.h"
#include "sql/session.h"

namespace credit::records {
namespace {

// The number in a row's id: "01J…-17".
std::optional<std::int64_t> number_in(std::string_view record_id) {
    const auto dash = record_id.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto digits = record_id.substr(dash + 1);
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), number);
    const bool whole = read.ec == std::errc() && read.ptr == digits.end();
    return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<std::vector<Record>> RecordRegister::current_of(std::string_view subject_key) {
    std::vector<Record> records;
    for (const auto& row : TRY(session_.query(statements::current_records, {subject_key}))) {
        records.push_back(record_in(row));
    }
    return records;
}

Result<std::string> RecordRegister::home_of(std::string_view record_id) {
    const auto number = number_in(record_id);
    if (!number) return fail(ErrorCode::NotFound, "records.no_such_record");
    const auto row = TRY(session_.find(
        statements::find_home, {record_id.substr(0, record_id.rfind('-')), *number, record_id}));
    if (!row) return fail(ErrorCode::NotFound, "records.no_such_record");
    return row->text(0);
}

Result<Record> RecordRegister::find(std::string_view subject_key, std::string_view record_id) {
    const auto row = TRY(session_.find(statements::find_record, {subject_key, record_id}));
    if (!row) return fail(ErrorCode::NotFound, "records.no_such_record");
    return record_in(*row);
}

Result<std::optional<std::string>> RecordRegister::current_of_row(std::string_view subject_key,
                                                                  std::string_view row_key) {
    const auto row = TRY(session_.find(statements::find_current, {subject_key, row_key}));
    return row ? std::optional(row->text(1)) : std::nullopt;
}

Result<std::optional<std::string>> RecordRegister::ended_as(std::string_view subject_key,
                                                            std::string_view record_id) {
    const auto row = TRY(session_.find(statements::find_end, {subject_key, record_id}));
    return row ? std::optional(row->text(0)) : std::nullopt;
}

Result<std::vector<std::string>> RecordRegister::hidden_of_row(std::string_view subject_key,
                                                               std::string_view record_id) {
    std::vector<std::string> ids;
    for (const auto& row :
         TRY(session_.query(statements::hidden_of_row, {subject_key, record_id}))) {
        ids.push_back(row.text(0));
    }
    return ids;
}

}  // namespace credit::records
