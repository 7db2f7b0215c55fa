// Likeness (同一内容): whether a row says what an earlier one said, only written otherwise.
//
// Widths, brackets, spaces, a final full stop, needless zeros and the version of the table make no
// other statement. What was withdrawn, repaired or corrected does not come back by them.
//
// Law: credit-repair-measures-2025 art. 3 — what was repaired is not made public again

#pragma once

#include <string>
#include <string_view>

#include "catalogue/record_kind.h"
#include "foundation/result.h"

namespace credit::records {

// The form in which document numbers are compared.
std::string normal_document(std::string_view number);

// What a row says: its table and its body.
struct Statement {
    const catalogue::RecordKind& kind;
    std::string_view body;
};

// Of the columns that say what was decided and that both tables have. The errors of reading a body.
Result<bool> are_alike(const Statement& one, const Statement& other);

}  // namespace credit::records
