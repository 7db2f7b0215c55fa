// Carrying out an amendment (目录变更执行): on its day, each listing that it touches gets one act,
// then one act says that all were.
//
// Nothing waits for it: the catalogue itself is read by day, and a counter tells nothing that rests
// on a standard that is switched off. What a crash left is found again.
//
// Law: guobanfa-2020-49 — a listing rests on a standard in force
//      luzhengfa-2017-44 item 16 — implementing authorities are told what they carry out
//      luzhengfa-2017-44 item 20 — whoever was shown a listing is told that it ended

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "amendments/trial.h"
#include "execution/start_action.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::amendments {

// Listings in force under the standard that have no row of the amendment yet, after that place.
Result<std::vector<execution::ListingPlace>> not_touched(sql::Session& session, const Trial& trial,
                                                         std::string_view standard,
                                                         const execution::ListingPlace& after,
                                                         std::int64_t limit);

// Whom a listing reached, as the act finds it.
using FindReached =
    std::function<Result<lookups::Reached>(sql::Session&, const execution::ListingPlace&)>;

// "amendments.end_listing" where its standard ends, and whom it reached is told; else
// "amendments.touch_listing". Homed at the subject; its body holds its row, and whatever else
// follows. Refused "amendments.not_touched", "amendments.touched_already", "amendments.not_yet".
Result<ledger::Draft> touch_listing(const access::Occasion& occasion, Trial& trial,
                                    const execution::ListingPlace& place,
                                    const FindReached& find_reached);
Result<void> apply_touch_listing(sql::Session& session, const ledger::Act& act);

// "amendments.complete_amendment", with the report. Refused "amendments.not_approved".
Result<ledger::Draft> complete_amendment(const access::Occasion& occasion, std::string_view id,
                                         JsonObject report);

}  // namespace credit::amendments
