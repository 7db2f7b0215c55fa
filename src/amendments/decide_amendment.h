// Steps of an amendment of the catalogue (目录变更程序): drafted, put to public comment, examined,
// approved by a second officer, or withdrawn before its day.
//
// Law:     guobanfa-2020-49 item 7 — public comment on the standard of a list
//          luzhengfa-2017-44 items 5, 18 — local standards are examined by the national authority
//          and the provincial government; the office of the joint meeting keeps the catalogue
// Reading: decision 0166: what counts as local, and how long comments are taken
// Beyond:  a second officer approves what another drafted

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::amendments {

struct Drafting {
    std::string title;
    std::string document_number;
    std::string reasons;
    JsonObject content;
};

// All are refused "amendments.not_the_keeper" to any but the credit office of the province.

// "amendments.draft_amendment". Refused "amendments.title_missing", "amendments.document_missing",
// "amendments.reasons_missing", and what judge_amendment says; InvalidInput of read_content.
Result<ledger::Draft> draft_amendment(const access::Occasion& occasion, const Drafting& drafting);

// Of all others: Refused "amendments.not_drafted" when it is approved or withdrawn already.

// "amendments.open_consultation": comments are taken through that day. Refused
// "amendments.consultation_opened", "amendments.document_missing",
// "amendments.consultation_too_short" (the first day that is long enough).
Result<ledger::Draft> open_consultation(const access::Occasion& occasion, std::string_view id,
                                        std::string_view document_number, Date through);
// "amendments.close_consultation". Refused "amendments.consultation_not_opened",
// "amendments.consultation_closed", "amendments.consultation_running" (its last day),
// "amendments.document_missing", "amendments.opinions_missing".
Result<ledger::Draft> close_consultation(const access::Occasion& occasion, std::string_view id,
                                         std::string_view document_number,
                                         std::string_view opinions);

// Of the national authority ("national") or the provincial government ("province").
struct Approval {
    std::string of;
    std::string body;
    std::string document_number;
};

// "amendments.record_approval". Refused "amendments.approval_of", "amendments.body_missing",
// "amendments.document_missing", "amendments.approval_recorded".
Result<ledger::Draft> record_approval(const access::Occasion& occasion, std::string_view id,
                                      const Approval& approval);
// "amendments.approve_amendment". Refused "amendments.same_officer"; of a local one
// "amendments.consultation_missing", "amendments.consultation_not_closed",
// "amendments.national_approval_missing", "amendments.province_approval_missing"; and what
// judge_amendment says on this day.
Result<ledger::Draft> approve_amendment(const access::Occasion& occasion, std::string_view id);
// "amendments.withdraw_amendment", drafted or approved, before its day. Refused
// "amendments.over_already", "amendments.in_force", "amendments.reasons_missing".
Result<ledger::Draft> withdraw_amendment(const access::Occasion& occasion, std::string_view id,
                                         std::string_view reasons);

// Of every act homed at the catalogue that holds an amendment as it stands after it.
Result<void> apply_amendment(sql::Session& session, const ledger::Act& act);

}  // namespace credit::amendments
