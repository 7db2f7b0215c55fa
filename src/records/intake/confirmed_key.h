// Confirmed key (经核对的主体标识): the key of whoever a number and a name in a row mean.
//
// A code, or a document that is valid today, is enough by itself. An old resident number of fifteen
// digits is read as the one of eighteen that it became, and names somebody only where the register
// knows that number under the name that the row gives.
//
// Law:     gb-11643-1999 — the number has eighteen characters; the old form had no check, and the
//          same number was given twice
// Reading: decision 0229: what a number of fifteen digits may lead to

#pragma once

#include <optional>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::records {

// As the row gives it, on the day of its document.
struct NameGiven {
    std::string_view name;
    Date day;
};

// No value when only the name could tell, and the register does not confirm it.
Result<std::optional<identity::SubjectKey>> confirmed_key(sql::Session& session,
                                                          const subjects::Identifiers& identifiers,
                                                          const identity::Identifier& number,
                                                          const NameGiven& given);

}  // namespace credit::records
