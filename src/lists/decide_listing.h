// Decision to list, or not (列入决定), and its service (送达), from which it is in force.
//
// Law:     guobanfa-2020-49 — the decision states cause, basis, measures, removal and remedies
//          guobanfa-2025-22 — the repair notice is served together with the decision (两书同达)
//          administrative-penalty-law-2021 art. 45 — a statement is heard and answered
// Reading: decision 0121: a listing is in force from the day that its standard names, and never
//          before it was served

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "notices/service.h"

namespace credit::lists {

struct Decision {
    bool lists = true;  // false: not to be listed
    std::string document_kind;
    std::string document_number;
    Date decided_on{};
    std::string reasons;
    std::string answer;                 // to the subject's statement
    std::vector<std::string> measures;  // that the decision names, by id
    std::string removal;                // conditions and procedure of removal that it states
    std::string remedy;                 // that it tells
    std::string repair_notice;          // number of the repair notice issued with it
    std::string upper_level_consent;    // document, where the standard asks for it
    std::optional<Date> through_on;     // where the standard leaves the end to the decision
    std::optional<Date> review_on;      // where the end is an event
};

// Every ground against the decision, in the order of the procedure: pure.
Grounds judge_decision(const catalogue::ListStandard& standard, const Listing& listing,
                       const Decision& decision, Date day,
                       const calendar::WorkingCalendar& calendar);

// "lists.decide_listing": from Noticed.
Result<ledger::Draft> decide_listing(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const Decision& decision);

// "lists.serve_decision": from Decided. Refused: out_of_order, not_your_listing, those of service,
// served_before_decision, repair_notice_not_served. By an announcement it is served when the period
// of that is over.
struct DecisionService {
    notices::Service service;
    bool with_repair_notice = false;
};
Result<ledger::Draft> serve_decision(const access::Occasion& occasion, std::string_view subject_key,
                                     std::string_view listing_id, const DecisionService& served);

}  // namespace credit::lists
