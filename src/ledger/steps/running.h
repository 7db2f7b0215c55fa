// Running clocks (程序期限): the periods that begin with a step of a procedure, as the body of its
// act holds them and as rows.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/steps/thing.h"
#include "sql/session.h"

namespace credit::ledger {

struct Running {
    std::string_view kind;      // "lists.expiry", "objections.answer" …
    std::string about_id = {};  // of what it runs; empty: of the thing of the step
    Date due_on{};
    std::string article;
};

JsonObject to_json(const Running& running);
JsonArray to_json(const std::vector<Running>& running);

// For apply: the rows of what the body holds.
Result<void> begin_clocks(sql::Session& session, const Act& act, const Thing& thing,
                          const JsonArray& running);

}  // namespace credit::ledger
