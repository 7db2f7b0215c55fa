// End of a listing (移出、撤销、届满), hold and resumption (暂停、恢复), and review (复核).
//
// Law: guobanfa-2020-49 — a wrong listing is corrected; removal as the standard says
//      luzhengfa-2017-44 item 20 — while information is verified, joint measures are not executed
//      luzhengfa-2017-44 item 19 — who has corrected the conduct in time is no longer a target
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

namespace credit::lists {

// By "performed", "corrected", "early_removal", "applicant_request", "decision_changed",
// "court_order": in force no longer from that day on.
struct Removal {
    std::string reason;
    std::string document_number;
    std::string words;
    std::optional<Date> corrected_on = {};  // 改正之日, from which some standards count
    lookups::Reached reached = {};          // by the listing
};

// "lists.remove_listing": from InForce. Refused: out_of_order, not_your_listing, removal_reason,
// document_missing; of an early removal no_early_removal, corrected_on_missing,
// corrected_in_future, removal_too_early.
Result<ledger::Draft> remove_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const Removal& removal);
// "lists.annul_listing": from any state, ended and repaired ones too: it was wrong from the
// beginning, and does not come back with a repair that falls. Refused: out_of_order (it was decided
// not to list), annulled_already, not_your_listing, reasons_missing, document_missing.
Result<ledger::Draft> annul_listing(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view listing_id, const Removal& removal);

// What becomes of a listing that was found wrong by another act, which holds it in its body:
// annulled, also when it is over, or with an earlier last day, also when it is repaired. Refused:
// out_of_order, annulled_already, end_not_earlier.
Result<JsonObject> annulled(const access::Occasion& occasion, std::string_view subject_key,
                            std::string_view listing_id);
Result<JsonObject> shortened(const access::Occasion& occasion, std::string_view subject_key,
                             std::string_view listing_id, Date through_on);

// What becomes of a listing whose standard an amendment of the catalogue switched off from that
// day, for another act's body; whom it reached is told that it ended. Refused: out_of_order.
Result<JsonObject> ended_with_standard(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view listing_id,
                                       Date from, const lookups::Reached& reached);

// "lists.suspend_listing": from InForce, by the authority or a credit office. Refused:
// out_of_order, not_your_listing, already_held, reasons_missing.
Result<ledger::Draft> suspend_listing(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view listing_id,
                                      std::string_view reason);
// "lists.resume_listing". Refused: not_held, not_your_listing, reasons_missing.
Result<ledger::Draft> resume_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, std::string_view reason);

// "lists.expire_listing": what the clerk performs when the last day is past. Refused: out_of_order,
// not_yet_over.
Result<ledger::Draft> expire_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id);
// The same, of the clock "lists.expiry".
Result<ledger::Draft> expire_due(const access::Occasion& occasion,
                                 const ledger::StatutoryClock& clock);

}  // namespace credit::lists
