// Telling one subject of an incident (告知涉及主体): it is noted, told, or named as not reached.
// Each is an act of that subject, so that the work on many can stop and go on.
//
// Law:     personal-information-protection-law-2021 art. 57 — the persons concerned are told
//          network-data-security-regulation-2024 art. 11 — those concerned are told by telephone,
//          message, mail or announcement
// Reading: decision 0174: who could not be reached is named after service failed

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "incidents/step.h"
#include "ledger/draft.h"

namespace credit::incidents {

// "incidents.tell_subject", or "incidents.note_subject" while the exception stands: the incident
// concerns the subject, with these of its items. Refused: "incidents.closed_already",
// "incidents.not_yours", "incidents.subject_unknown"; "incidents.concerned_already" where nothing
// new is named.
Result<ledger::Draft> name_concerned(const access::Occasion& occasion, const Which& which,
                                     std::string_view subject_key,
                                     const std::vector<std::string>& items);

// "incidents.tell_subject", of one that was only noted. Refused: "incidents.closed_already",
// "incidents.not_yours", "incidents.need_not_tell", "incidents.told_already".
Result<ledger::Draft> tell_noted(const access::Occasion& occasion, const Which& which,
                                 std::string_view subject_key);

// "incidents.name_unreached". Refused: "incidents.closed_already", "incidents.not_yours",
// "incidents.reached_already", "incidents.no_failed_service", "incidents.reasons_missing".
Result<ledger::Draft> name_unreached(const access::Occasion& occasion, const Which& which,
                                     std::string_view subject_key, std::string_view reasons);

}  // namespace credit::incidents
