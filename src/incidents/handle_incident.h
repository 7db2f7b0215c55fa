// Handling of an incident (事件处置): opened, described further, reported to the department, told
// or excepted from telling, closed; and what follows when a clock runs out.
//
// Law:     personal-information-protection-law-2021 arts. 57, 60 — what is told, the exception, the
//          order to tell all the same, and which departments protect personal information
// Reading: decision 0173: the clocks; decision 0174: closing

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "incidents/step.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::incidents {

// "incidents.open_incident", homed at the caller's authority; its incident is the act's id with
// "-1". Refused, with every ground: "incidents.kinds_missing", "incidents.kind_unknown",
// "incidents.cause_missing", "incidents.harm_missing", "incidents.steps_missing",
// "incidents.protection_missing", "incidents.contact_missing", "incidents.discovered_in_future".
Result<ledger::Draft> open_incident(const access::Occasion& occasion, const Account& account,
                                    Date discovered_on);

// All that follow are refused with "incidents.closed_already" and, but for order_telling,
// "incidents.not_yours" before what is said of them.

// "incidents.supplement_incident": what became known since stands over what was said before.
// Refused: "incidents.nothing_supplemented", "incidents.kind_unknown".
Result<ledger::Draft> supplement_incident(const access::Occasion& occasion, const Which& which,
                                          const Account& account);

// "incidents.report_incident". Refused: "incidents.reported_already",
// "incidents.not_the_department", "incidents.document_missing". The errors of Authorities::find.
Result<ledger::Draft> report_incident(const access::Occasion& occasion, const Which& which,
                                      std::string_view department,
                                      std::string_view document_number);

// "incidents.except_telling": measures avoid the harm. Refused: "incidents.not_reported",
// "incidents.excepted_already", "incidents.telling_ordered", "incidents.measures_missing",
// "incidents.reasons_missing".
Result<ledger::Draft> except_telling(const access::Occasion& occasion, const Which& which,
                                     std::string_view measures, std::string_view reasons);

// "incidents.order_telling", by the department it was reported to. Refused:
// "incidents.not_reported_to_you", "incidents.not_excepted", "incidents.telling_ordered",
// "incidents.document_missing", "incidents.reasons_missing".
Result<ledger::Draft> order_telling(const access::Occasion& occasion, const Which& which,
                                    std::string_view document_number, std::string_view reasons);

// "incidents.complete_telling": everyone known to be concerned was told. Refused:
// "incidents.need_not_tell", "incidents.completed_already", "incidents.nobody_concerned",
// "incidents.untold_remain".
Result<ledger::Draft> complete_telling(const access::Occasion& occasion, const Which& which);

// "incidents.close_incident". Refused: "incidents.not_reported", "incidents.telling_not_complete",
// "incidents.untold_remain", "incidents.unreached_remain", "incidents.document_missing",
// "incidents.lessons_missing".
Result<ledger::Draft> close_incident(const access::Occasion& occasion, const Which& which,
                                     std::string_view document_number, std::string_view lessons);

// "incidents.name_overdue", of both clocks: the authority is named. Refused:
// "incidents.closed_already", "incidents.clock_running".
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

}  // namespace credit::incidents
