// Telling a correction (更正告知): an adverse record that a further row of its authority has
// replaced was wrong, and whoever was shown it is told; where the row says that what was owed is
// performed, it was right and is over.
//
// Law:     luzhengfa-2017-44 item 20 — wrong information is corrected; whoever was told is told
//          sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth
// Reading: decision 0223: what is not adverse changes in its course, and nobody is told

#pragma once

#include <optional>
#include <string_view>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "records/corrections/correction_register.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

// What the act holds of it that puts `by` in the place of the record: {"record", "told",
// "told_openly"}. None of what is not adverse, of what was told already, as by the answer to an
// objection, and of what is over without that anybody is to be told.
Result<std::optional<JsonObject>> correction_of(const access::Occasion& occasion, const Record& by,
                                                std::string_view replaced,
                                                const lookups::Reached& reached);
// Takes it into the body of that act, with what the subject is told of it: that it was wrong.
void add_correction(JsonObject& body, JsonObject correction, const Record& by);
Result<void> apply_correction(sql::Session& session, const ledger::Act& act,
                              const JsonObject& correction);

// "records.tell_correction", homed at the subject, after the rows of a submission became visible.
// Refused "records.nobody_to_tell".
Result<ledger::Draft> tell_correction(const access::Occasion& occasion,
                                      const Replacement& replacement,
                                      const lookups::Reached& reached);
Result<void> apply_tell_correction(sql::Session& session, const ledger::Act& act);

}  // namespace credit::records
