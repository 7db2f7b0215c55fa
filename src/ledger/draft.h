// What a decision asks to have recorded: an act before it has an id, a performer and a moment.

#pragma once

#include <string>

#include "foundation/clock.h"

namespace credit::ledger {

struct Draft {
    std::string kind;      // folder and verb: "lists.propose_listing"
    std::string home_key;  // the key this act locks
    Date occurred_on{};    // 发生日期
    std::string body;      // JSON: the facts it rested on and its outcome
};

}  // namespace credit::ledger
