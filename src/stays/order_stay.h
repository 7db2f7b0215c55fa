// Ordering of a stay (作出停止、暂缓执行的决定), its lifting and its end.
//
// What concerns a subject's item is ordered by the authority that decided it, or by a credit office
// in its supervision; what concerns a measure at an authority by a credit office alone, so that
// nobody frees himself of a duty.
//
// Law:     luzhengfa-2017-44 items 18, 26 — by the authority itself, and under supervision
//          guobanfa-2020-49 — on an article, by a document
// Reading: decision 0187

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "stays/stay.h"

namespace credit::stays {

struct StayProposal {
    Scope scope = Scope::Item;
    std::string item_id = {};
    std::string measure = {};
    std::string implementer = {};
    std::string article = {};
    std::string document_number = {};
    std::string officer = {};
    std::string office = {};
    std::string reasons = {};
    std::optional<Date> through_on = {};
};

// The key under which it is decided: the subject of the item, or the authority. NotFound
// "stays.no_such_item".
Result<std::string> home_of(sql::Session& session, const StayProposal& proposal);

// "stays.order_stay". Refused, in this order: "stays.no_such_duty", "stays.no_such_measure",
// "stays.not_its_measure", "stays.not_yours", "stays.item_over", "stays.article_missing",
// "stays.officer_missing", "stays.document_missing", "stays.reasons_missing",
// "stays.expiry_missing", "stays.expiry_past", "stays.too_long" (the last day that may be named),
// "stays.stands_already". NotFound "stays.no_such_item"; NotPermitted without the right.
Result<ledger::Draft> order_stay(const access::Occasion& occasion, std::string_view home_key,
                                 const StayProposal& proposal);

struct Lifting {
    std::string document_number = {};
    std::string reasons = {};
};
// "stays.lift_stay", by who ordered it or its successor, or a credit office: from this moment on it
// is over. Refused "stays.over_already", "stays.not_yours", "stays.document_missing",
// "stays.reasons_missing".
Result<ledger::Draft> lift_stay(const access::Occasion& occasion, std::string_view home_key,
                                std::string_view stay_id, const Lifting& lifting);

// "stays.expire_stay", of the clock "stays.expiry": says that it is over, which it is by itself.
// Refused "stays.over_already", "stays.not_yet_over".
Result<ledger::Draft> expire_stay(const access::Occasion& occasion,
                                  const ledger::StatutoryClock& clock);

// Of all three.
Result<void> apply_stay(sql::Session& session, const ledger::Act& act);

}  // namespace credit::stays
