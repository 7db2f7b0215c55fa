// Placing the tables of a store on a Citus cluster: once, by an operator, while nobody serves it.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::sql {

struct Distribution {
    std::vector<std::string> placed;    // now
    std::vector<std::string> standing;  // before
    std::vector<std::string> local;     // stay on the coordinator
};

// The store has the newest migrations. Table by table, each whole: one that was cut short goes on
// where it stopped. Conflict "sql.no_citus" when the store's engine has no such cluster.
Result<Distribution> distribute_store(Session& session,
                                      const std::function<void(std::string_view table)>& progress);

}  // namespace credit::sql
