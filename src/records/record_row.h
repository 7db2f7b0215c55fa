// A record as a row of its table: the same twenty columns in every statement that reads or writes
// one whole.

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "records/record.h"
#include "sql/value.h"

namespace credit::records {

inline constexpr std::array<std::string_view, 20> record_columns{
    "subject_key",  "record_id",    "submission_id",   "row_number",     "kind",
    "version",      "authority",    "document_number", "row_key",        "digest",
    "subject_kind", "subject_name", "decided_on",      "conduct_on",     "valid_through",
    "reported_on",  "due_on",       "due_provisional", "reference_only", "body"};

// Of a row that waits for an officer: the same, and the word that says why.
inline constexpr std::array<std::string_view, 21> quarantine_columns{
    "subject_key",  "record_id",    "submission_id",   "row_number",     "kind",
    "version",      "authority",    "document_number", "row_key",        "digest",
    "subject_kind", "subject_name", "decided_on",      "conduct_on",     "valid_through",
    "reported_on",  "due_on",       "due_provisional", "reference_only", "body",
    "reason"};

// Both in that order; further columns of the row are left alone. The values borrow from the record.
std::vector<sql::Value> values_of(const Record& record);
Record record_in(const sql::Row& row);

}  // namespace credit::records
