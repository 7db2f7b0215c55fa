// Review of a row that waits (核实): an officer of the authority that filed it gives what was
// missing, and it becomes a record; or refuses it with the reason, and no equal row comes back.
//
// Law:     juvenile-crime-prevention-law-2020 art. 59 — what a minor did never enters
//          sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth
// Reading: full age is shown by the day of the conduct and the birth date; the birth date is judged
//          and not kept, since the register needs no more than that it was judged.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "records/quarantine/quarantine.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::records {

struct Review {
    std::string outcome;             // "released", "refused"
    std::optional<Date> conduct_on;  // where the row lacks it
    std::optional<Date> born_on;     // where the register does not know it
    std::string proof;               // reference of the paper that the officer relied on
    std::string reason;              // of a refusal
    lookups::Reached reached = {};   // by the record that it replaces, when it is released
};

// What the review is made with besides the store.
struct ReviewMeans {
    const subjects::Identifiers& identifiers;
    const crypto::Key& hmac;  // of the digests
};

// Why a row may not be released, in this order: conduct_date_missing, conduct_after_decision,
// born_on_missing, minor, proof_missing. Pure; `born_on` as it is known from whatever source.
Grounds judge_release(const law::Library& law, const QuarantinedRow& row, const Review& review,
                      const std::optional<Date>& born_on);

// "records.review_quarantined", homed at the subject. NotFound "records.no_such_record"; refused
// with grounds in this order: already_reviewed, not_your_record, review_outcome,
// refusal_reason_missing or those above and newer_row_stands. Whoever was shown the record that a
// released row replaces is told.
Result<ledger::Draft> review_quarantined(const access::Occasion& occasion, const ReviewMeans& means,
                                         std::string_view subject_key, std::string_view record_id,
                                         const Review& review);
Result<void> apply_review_quarantined(sql::Session& session, const ledger::Act& act);

// For apply alone: a row that was never a record goes as `ending` says (see end_record.h). A review
// that stands keeps its outcome.
Result<void> apply_end_of_quarantined(sql::Session& session, const ledger::Act& act,
                                      const JsonObject& ending);

}  // namespace credit::records
