// Opening of sealed content (启封): what was repaired is in no answer; reading it is an act of its
// own, by whom, why and on which ground, and the subject sees it.
//
// Law: credit-repair-measures-2025 art. 3 — repaired information is no longer shown, shared or used
//      personal-information-protection-law-2021 art. 47 — what cannot be deleted is only stored and
//      protected

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "sql/session.h"

namespace credit::repair {

struct OpeningRequest {
    std::string reason;
    std::string ground;  // "administrative-litigation-law-2017 art. 46"
};

// "repair.open_sealed", homed at the subject, by the deciding authority or an auditor of it.
// Refused: not_sealed, not_your_case, reasons_missing, ground_unknown, person_in_words.
Result<ledger::Draft> open_sealed(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view case_id, const OpeningRequest& request);
Result<void> apply_open_sealed(sql::Session& session, const ledger::Act& act);

// The case by which a listing is sealed, where it was repaired or is shielded: it is read by an
// opening alone. None else.
Result<std::optional<std::string>> sealing_case(sql::Session& session,
                                                const lists::Listing& listing);

// The content, for whoever has just recorded the act.
Result<JsonObject> sealed_content(sql::Session& session, std::string_view subject_key,
                                  std::string_view case_id);

}  // namespace credit::repair
