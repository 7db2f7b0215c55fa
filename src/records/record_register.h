// What is kept of records (信用记录台账). Its statements are in record.sql.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

class RecordRegister {
public:
    explicit RecordRegister(sql::Session& session) : session_(session) {}

    // The current records of a subject, the latest decision first: neither superseded nor ended.
    Result<std::vector<Record>> current_of(std::string_view subject_key);
    // The subject of a record or of a row that waits. NotFound "records.no_such_record".
    Result<std::string> home_of(std::string_view record_id);
    // NotFound "records.no_such_record".
    Result<Record> find(std::string_view subject_key, std::string_view record_id);
    // The current record of the same row; none when there is none.
    Result<std::optional<std::string>> current_of_row(std::string_view subject_key,
                                                      std::string_view row_key);
    // How it ended; none while it stands or is shielded.
    Result<std::optional<std::string>> ended_as(std::string_view subject_key,
                                                std::string_view record_id);
    // The versions of its row that a repair ended or that are shielded, by id: each may come back.
    Result<std::vector<std::string>> hidden_of_row(std::string_view subject_key,
                                                   std::string_view record_id);

private:
    sql::Session& session_;
};

}  // namespace credit::records
