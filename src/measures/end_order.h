// End of an order (解除、撤销、届满), hold and resumption (暂停、恢复).
//
// Law: guobanfa-2020-49 — a measure ends with its reason; a wrong one is corrected
//      luzhengfa-2017-44 item 20 — while information is verified, joint measures are not executed
//      sd-social-credit-regulation-2020 art. 40 — an error is corrected once it is known
// Reading: decision 0232: what was found wrong never comes back

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/correction.h"

namespace credit::measures {

// By "performed", "corrected", "decision_changed", "court_order" or "annulled": it does not bind
// from that day on. Annulled can be what is over or repaired too: it was wrong, and does not come
// back with a repair that falls.
struct OrderEnding {
    std::string reason;
    std::string document_number;
    std::string words;
    lookups::Reached reached = {};  // by the order
};

// "measures.end_order", by the authority that ordered it, its successor or a court; whom it reached
// is told that it was wrong, or is over. Refused:
// already_ended, not_your_order, end_reason, document_missing.
Result<ledger::Draft> end_order(const access::Occasion& occasion, std::string_view subject_key,
                                std::string_view order_id, const OrderEnding& ending);

// What becomes of an order that was found wrong by another act, which holds it in its body:
// annulled, also when it is over, or with an earlier last day, also when it is repaired. Refused:
// already_ended, end_not_earlier.
Result<JsonObject> annulled(const access::Occasion& occasion, std::string_view subject_key,
                            std::string_view order_id);
Result<JsonObject> shortened(const access::Occasion& occasion, std::string_view subject_key,
                             std::string_view order_id, Date through_on);

// "measures.suspend_order", by those or a credit office. Refused: already_ended, not_your_order,
// already_held, reasons_missing.
Result<ledger::Draft> suspend_order(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view order_id, std::string_view reason);
// "measures.resume_order". Refused: already_ended, not_your_order, not_held, reasons_missing.
Result<ledger::Draft> resume_order(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view order_id, std::string_view reason);

// "measures.expire_order": what the clerk performs when the last day is past. Refused:
// already_ended, not_yet_over.
Result<ledger::Draft> expire_order(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view order_id);
// The same, of the clock "measures.expiry".
Result<ledger::Draft> expire_due(const access::Occasion& occasion,
                                 const ledger::StatutoryClock& clock);

}  // namespace credit::measures
