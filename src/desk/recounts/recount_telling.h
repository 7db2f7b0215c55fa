// The day for an acknowledgement, counted anew (确认期限重算): whoever was told of the earlier day
// is told of the new one.
//
// Reading: decision 0198: it never moves to a later day

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

struct TellingPlace {
    std::string subject_key;
    std::string distribution_id;
    std::string act_id;
    std::string recipient_kind;
    std::string recipient;
    std::string about_id;
    std::string what;
    Date due_on{};
};

struct TellingQuery {
    Date first_day{};
    std::string set_before;
    std::optional<TellingPlace> after = {};  // the last one seen; none: from the first
};
// Open ones whose day is the first day or later, a page of them by day.
Result<std::vector<TellingPlace>> tellings_to_recount(sql::Session& session,
                                                      const TellingQuery& query);

// "desk.recount_telling". Refused "ledger.day_stands".
Result<ledger::Draft> recount_telling(const access::Occasion& occasion, const TellingPlace& place,
                                      const ledger::Recount& recount);
Result<void> apply_recount_telling(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
