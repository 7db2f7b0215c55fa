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

// A body with one more value, where the row would have had it. InvalidInput when the body cannot be
// read.
Result<std::string> body_with(const catalogue::RecordKind& kind, std::string_view body,
                              std::string_view column, std::string_view value);

}  // namespace credit::records
