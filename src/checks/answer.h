// The answer at the counter (核查结果): what is in force, what the counter must or may do, and the
// words to hand to the subject, and by when it says what it did; or, as a fact, that nothing was
// found on this day.
//
// Law: luzhengfa-2017-44 item 20 — while information is being verified, joint measures are not
//      executed
//      luzhengfa-2017-44 item 18 — nor what an authority has stayed
//      personal-information-protection-law-2021 art. 24 — no decision on a person by machine alone
// Reading: decision 0187: a hold goes before every stay, and both are told

#pragma once

#include <string>
#include <string_view>

#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "commitments/eligibility.h"
#include "foundation/clock.h"

namespace credit::checks {

enum class Standing {
    Confirmed,             // identifier known, name agrees
    IdentityNotConfirmed,  // identifier known, name does not agree: no effects are shown
    Unknown,               // the register knows nothing by this identifier
};

std::string_view name_of(Standing standing);

struct Question {
    std::string_view receipt;
    std::string_view matter;  // one of the table's
    Standing standing;
    catalogue::SubjectCategory category;
    Instant asked_at{};
    bool simulated = false;         // of a demonstration store
    bool current = true;            // else this node does not know whether what it has is in force
    const Entry* asking = nullptr;  // the authority that asks, where a measure is stopped there
    // Of an organisation at a matter that offers an easier way, where it was asked; else null.
    const commitments::Eligibility* eligibility = nullptr;
};

// Appends the JSON of the answer. The entry is null when nothing is live. `shown` becomes the ids
// of what was shown, for the look-up record. Allocates nothing once both buffers have grown.
void write_answer(std::string& answer, std::string& shown, const DutyTable& duties,
                  const Question& question, const Entry* entry);

}  // namespace credit::checks
