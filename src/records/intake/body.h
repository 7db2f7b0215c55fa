// The body of a record (记录内容): what the row says, column by column, as JSON.
//
// Who the subject is stands in the record's key and name, so no identifier of the subject is in the
// body, and of other persons only their keys.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/record_kind.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "records/intake/row.h"
#include "subjects/subject.h"

namespace credit::records {

// Values in the order of the kind's columns, whatever the order of the file. A representative's
// number becomes the representative's key. Facts of a registration stand under "facts".
std::string body_of(const catalogue::RecordKind& kind, const Row& row, bool natural_person,
                    const std::optional<identity::SubjectKey>& representative,
                    const std::optional<subjects::SubjectFacts>& facts);

// A value that a body lacks, and before which of its members the row would have had it; empty: at
// the end.
struct Supplement {
    std::string column;
    std::string value;
    std::string before;
};

// InvalidInput when the body cannot be read; so do both.
Result<Supplement> supplement_of(const catalogue::RecordKind& kind, std::string_view body,
                                 std::string_view column, std::string_view value);
// An empty body stays empty: its content was erased.
Result<std::string> body_with(std::string_view body, const Supplement& supplement);

}  // namespace credit::records
