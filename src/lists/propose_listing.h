// Proposal of a listing (提出拟列入): the first step, and the gate of all others.
//
// Law: guobanfa-2020-49 — only under a standard in force, by a competent authority, on a document
//      sd-social-credit-regulation-2020 art. 29 — by the finding standards, not by counting
//      juvenile-crime-prevention-law-2020 art. 59 — what a minor did is sealed
//      personal-information-protection-law-2021 art. 8 — accurate: no match by name alone

#pragma once

#include <optional>
#include <string>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/draft.h"

namespace credit::lists {

struct Proposal {
    std::optional<identity::SubjectKey> subject;  // none when only a name was given
    std::string name;
    std::optional<Date> born_on;  // of a person: judged and not kept
    std::string standard;
    std::string ground;
    std::optional<Date> conduct_on;
    std::string facts;           // 事实
    std::string finding;         // what the ground asks to be found besides
    std::string basis_document;  // the judgment or decision it rests on
    bool own_motion = false;     // 依职权: nobody asked for the listing
};

// "lists.propose_listing", homed at the subject; its listing is the act's id with "-1". Refused
// with grounds in this order: match_by_name_alone, standard_not_in_force, authority_not_competent,
// ground_unknown, subject_not_admitted, subject_unknown or identity_not_confirmed,
// conduct_in_future, conduct_date_missing, birth_date_unknown, minor, finding_missing,
// facts_missing, basis_document_missing, already_proposed, relisting_wait.
Result<ledger::Draft> propose_listing(const access::Occasion& occasion, const Proposal& proposal);

}  // namespace credit::lists
