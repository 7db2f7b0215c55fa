// Objections to a succession (对合并、分立登记的异议): filed by one side and, when it is annulled,
// annulled under each of the others by an act of its own in the same transaction.
//
// Reading: decision 0220

#pragma once

#include <vector>

#include "desk/desk.h"
#include "foundation/result.h"
#include "objections/conclude_objection.h"
#include "objections/objection.h"
#include "sql/session.h"

namespace credit::desk {

// What is to be done at the other sides, in the order of their keys: nothing where the objection is
// to something else, or the conclusion lets the succession stand.
Result<std::vector<Work>> annulments_at_others(sql::Session& session,
                                               const objections::Objection& objection,
                                               const objections::Conclusion& conclusion);

}  // namespace credit::desk
