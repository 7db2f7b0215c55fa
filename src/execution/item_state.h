// How an item stands (事项状态): the listing or order on which a duty hangs, on a day.
//
// Derived anew each time, so that one write on the item suspends or ends every duty of it.
//
// Law:     luzhengfa-2017-44 item 20 — while information is being verified, joint measures are not
//          executed
// Reading: decision 0187: nor while they are stayed

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "execution/execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "stays/stay.h"

namespace credit::execution {

struct ItemState {
    std::optional<Date> from;
    std::optional<Date> last_day;         // none: until an event
    std::optional<Date> ended_on;         // the first day on which it is over
    std::string held_by;                  // the act that put it on hold, while it is
    std::optional<Date> objected_since;   // while an objection is open
    std::vector<stays::Stay> stays = {};  // of the duty at the authority that answers

    bool over(Date day) const;
    // 暂停: it is on hold now, and was on that day.
    bool held(Date day) const;
    // 停止、暂缓执行: apart from every hold.
    bool stayed(Date day) const;
    bool executable(Date day) const;
};

// Of a duty of the execution, and of its item. The errors of the registers.
Result<ItemState> state_of(sql::Session& session, const Execution& execution, const Duty& duty);

// The stays of the duties about the subject, and of measures at the authority, over or not.
Result<std::vector<stays::Stay>> stays_at(sql::Session& session, const Execution& execution);

}  // namespace credit::execution
