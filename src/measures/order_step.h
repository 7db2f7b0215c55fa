// Steps of an order: every act about an order holds the order as it stands after it.
//
// So one apply writes the row for all of them, and rebuilding an order is reading its last act.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "measures/restraint_order.h"
#include "sql/session.h"

namespace credit::measures {

struct OrderStep {
    std::string_view kind;  // of the act: "measures.record_order"
    RestraintOrder order;   // as it stands after the step
    Date happened_on{};
    JsonObject said = {};  // what was given with it: words, papers
    std::string article;   // on which the measure rests, for the clock of its end
    JsonArray told = {};   // whoever was shown it, and of what
};

ledger::Draft draft_of(const OrderStep& step);
// What such an act holds; also within the body of an act that does more than this step.
JsonObject body_of(const OrderStep& step);

// Of every act kind that begins with "measures.": saves the order, clears its clock and, while it
// stands and has a last day, sets "measures.expiry".
Result<void> apply_order(sql::Session& session, const ledger::Act& act);
// The same of a step that stands within the body of another act.
Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body);

// The article that the clock of an order under this measure names.
std::string article_of(const catalogue::Measure& measure);

}  // namespace credit::measures
