// What is sent with each step of a commitment, and how one is shown to each side.

#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "commitments/commitment.h"
#include "commitments/find_commitment.h"
#include "commitments/make_commitment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"
#include "subjects/identifiers.h"

namespace credit::http {

struct MadeCommitment {
    std::string subject_key;  // of the caller, or of the identifier that an office gives
    commitments::Making making;
};

// Each: InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say; Refused
// "objections.person_in_words" where words hold a resident identity number.
Result<MadeCommitment> read_making(const Request& request, const subjects::Identifiers& identifiers,
                                   Date day);
Result<commitments::Check> read_commitment_check(const Request& request, Date day);
Result<commitments::Finding> read_commitment_finding(const Request& request, Date day);

// The subject, the authority that took it or took over, and supervision; nobody else.
bool may_read(const access::Principal& caller, const catalogue::Catalogue& catalogue,
              const commitments::Commitment& commitment);
// Never whose it is; the case is for the two sides alone.
JsonObject shown_to(const access::Principal& caller, const commitments::Commitment& commitment);

}  // namespace credit::http
