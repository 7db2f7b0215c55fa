// Naming of a responsible person (责任人员记入) and its withdrawal (撤回记入), by an officer of the
// authority that decided the organisation's listing.
//
// Law:     luzhengfa-2017-44 item 15
//          luzhengfa-2017-44 item 20 — whoever was shown a naming that is withdrawn is told
//          guobanfa-2020-49 — told before, and heard; the finding and the remedy are told
//          juvenile-crime-prevention-law-2020 art. 59 — what a minor did is sealed
// Reading: decisions 0221, 0222, 0223

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/persons/named_person.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::lists {

struct Naming {
    std::string organisation_key;  // home of the listing
    std::string listing_id;
    std::optional<identity::SubjectKey> person = {};  // none: only a name was given
    std::string name = {};
    std::optional<Date> born_on = {};  // judged and not kept
    std::string role = {};
    std::string finding = {};
    std::optional<Date> told_on = {};  // when the person was told before (告知)
    std::string proof = {};            // that it was
    std::string answer = {};           // to what the person said, or that nothing was said
    std::string remedy = {};
};

// "lists.name_person", homed at the person. Refused with grounds in this order:
// match_by_name_alone, not_your_listing, not_decided (the listing is of an organisation, decided
// and not over), named_already, not_a_person, role_beyond_the_list (no measure of the list reaches
// it), those of subjects/responsibility.h, identity_not_confirmed, birth_date_unknown or minor,
// person_not_told, person_window_open (the last day), person_proof_missing, statement_not_answered,
// remedy_missing.
Result<ledger::Draft> name_person(const access::Occasion& occasion, const Naming& naming);

struct NamingWithdrawal {
    std::string person_key;
    std::string naming_id;
    std::string reasons;
    lookups::Reached reached = {};  // told that it was wrong
};

// "lists.withdraw_naming". Refused "lists.not_your_listing", "lists.naming_withdrawn_already",
// "lists.reasons_missing".
Result<ledger::Draft> withdraw_naming(const access::Occasion& occasion,
                                      const NamingWithdrawal& withdrawal);

// The naming taken back, for the act that concludes an objection.
JsonObject naming_withdrawn(NamedPerson named, std::string reasons);

Result<void> apply_naming(sql::Session& session, const ledger::Act& act);
// The naming that stands within the body of another act.
Result<void> apply_naming_in(sql::Session& session, const JsonObject& body);

}  // namespace credit::lists
