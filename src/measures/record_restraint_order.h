// Recording of an individual order (记录个别决定): who may put which measure on whom, and how it
// must be said.
//
// The register decides nothing on anybody: it takes down what was decided and served.
//
// Law:     guobanfa-2020-49 — restraint only by law, by the authority that the law empowers
//          personal-information-protection-law-2021 art. 8 — accurate: no match by name alone
// Reading: decision 0103: what touches a natural person's movement, schooling or livelihood binds
//          by an individual order only
// Reading: a court may order what other authorities carry out; a measure that follows a listing or
//          a record alone is not put on anybody by an order, which would go around the listing

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/draft.h"
#include "measures/order_term.h"
#include "subjects/name_match.h"
#include "subjects/responsibility.h"
#include "subjects/subject.h"

namespace credit::measures {

struct OrderProposal {
    std::optional<identity::SubjectKey> subject;  // none when only a name was given
    std::string name;                             // as in the document
    std::string measure;
    std::string document_number;
    std::optional<Date> decided_on;
    std::optional<Date> served_on;
    OrderEnd end;
    // 责任人员: in what capacity the person answers for an organisation.
    std::optional<subjects::Responsibility> responsible = {};
    std::string remedy_zh;  // reconsideration, suit and their periods, as the document tells them
    std::string remedy_en;
};

struct OrderFacts {
    const catalogue::Measure& measure;
    const catalogue::Authority* authority;  // null: not in force that day
    catalogue::SubjectCategory category;
    const identity::SubjectKey& person;  // or organisation: whom it names
    subjects::Match match;
    std::vector<subjects::Role> roles;  // in the organisation for which the person answers
    const calendar::WorkingCalendar& calendar;
};

// Every ground against the order, in this order: not_in_force, not_executable, not_by_order,
// authority_not_competent, not_addressed, role_missing (for a measure that reaches persons by their
// role alone) or role_not_addressed and those of judge_responsibility, subject_unknown or
// identity_not_confirmed, document_missing, document_in_future, not_served, served_before_decision,
// served_in_future, those of judge_end, remedy_missing; each "measures.…".
Grounds judge_order(const OrderFacts& facts, const OrderProposal& proposal, Date day);

// "measures.record_order", homed at the subject; its order is the act's id with "-1". Refused
// "measures.match_by_name_alone" without a subject, "measures.not_in_force" for a measure that is
// not in the catalogue, or with the grounds of judge_order; NotPermitted without the right.
Result<ledger::Draft> record_restraint_order(const access::Occasion& occasion,
                                             const OrderProposal& proposal);

}  // namespace credit::measures
