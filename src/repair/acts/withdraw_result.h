// Fall of a result (原结果不成立): an objection found that a repair was wrongly not accepted,
// refused, revoked or resumed.
//
// After a refusal the case is taken up again as accepted, and the days of the result run anew.
// After a revocation, or after a plan was held to have failed, what stood before stands again at
// once: publicity and measures end or are hidden with the same act. Where nothing is left to decide
// the result is annulled and no more.
//
// Law:     guobanfa-2025-22 — who does not agree with the result of a repair objects to it
//          luzhengfa-2017-44 item 20 — what is found wrong is put right in time
// Reading: decision 0176: which results can be objected to, and what follows when one falls

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "repair/holders.h"
#include "sql/session.h"

namespace credit::repair {

// What an objection to a result is about.
struct ResultOfRepair {
    std::string authority;  // that answers for it
    std::string item_id;    // that the case is about
};

// NotFound "repair.no_such_case"; Refused "repair.no_adverse_result" unless the case stands at a
// result against the subject.
Result<ResultOfRepair> find_result(sql::Session& session, std::string_view subject_key,
                                   std::string_view case_id);

// The body of a step, for the conclusion of an objection that found the result wrong; its apply is
// apply_body. `looked`: the authorities that were shown the item. The errors of find_result.
Result<JsonObject> withdraw_result(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view case_id, const std::vector<Holder>& looked);

}  // namespace credit::repair
