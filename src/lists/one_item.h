// One item (同一事项): a record, every version of its row, and the listing that stands for it are
// one thing, whichever of them somebody was shown or names.
//
// Law: luzhengfa-2017-44 item 20 — what is verified is held, and put right with whoever was told,
//      as a whole

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::lists {

// The ids of the item that is, or goes with, the one of that id: itself among them, sorted.
Result<std::vector<std::string>> one_item(sql::Session& session, std::string_view subject_key,
                                          std::string_view item_id);

}  // namespace credit::lists
