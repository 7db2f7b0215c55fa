// Revocation of a repair (撤销修复): it rested on false material, and what it ended stands again
// for what is left of its time.
//
// The subject is told before and heard. A term without repair follows where a rule in force on that
// day sets one. Of an item that was found wrong meanwhile nothing stands again, and no term
// follows.
//
// Law:     credit-repair-measures-2023 — false material: no repair for a time
//          administrative-penalty-law-2021 art. 45 — heard before
// Reading: decision 0164: no term where none was read
//          decision 0232: what was found wrong never comes back

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/holders.h"

namespace credit::repair {

struct Revocation {
    std::string document_number;
    std::string reasons;  // which material was false
    std::string remedy;
    std::optional<Date> heard_on;  // when the subject was told and could answer
};

// "repair.revoke_repair", from Granted. Refused: out_of_order, not_your_case, document_missing,
// reasons_missing, not_heard, heard_in_future, remedy_missing, person_in_words.
Result<ledger::Draft> revoke_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Revocation& revocation,
                                    const std::vector<Holder>& looked);

}  // namespace credit::repair
