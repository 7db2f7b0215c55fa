// Consequence (处理结果): what becomes of the item when what was said of it is wrong.
//
// Law:     luzhengfa-2017-44 item 20 — what is found wrong is corrected or withdrawn in time
// Reading: decision 0232: what was found wrong never comes back
//          decision 0233: what may follow after silence, and when publicity alone is closed

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "objections/objection.h"
#include "sql/session.h"

namespace credit::objections {

struct Correction {
    // "withdrawn": it was wrong as a whole; "corrected": it stands in another form, with the last
    // day named here, or as a row filed since; "closed": it stands, and is no longer public;
    // "reopened": of the result of a repair, which falls.
    std::string effect;
    std::optional<Date> through_on;
    std::string document_number = {};  // of the answer, for what it withdraws
    // What then follows for the case of the repair, said by whoever knows cases.
    std::function<Result<JsonObject>(const access::Occasion&)> fallen_result = {};
};

// The answer to what was upheld is why something is taken back.
std::string upheld_reasons(std::span<const Point> points);

// As the act holds it; what it says of a repair case is for the caller's own apply. What is over is
// annulled all the same, so that it does not come back with a repair that falls. Refused:
// "objections.effect_unknown", "objections.effect_not_for_item", "objections.row_not_corrected",
// "objections.last_day_missing", "objections.more_than_publicity", those of lists and measures;
// after silence "objections.silence_resolved" (closed), "objections.change_not_stated",
// "objections.corrected_row_heavier".
Result<JsonObject> consequence_of(const access::Occasion& occasion, const Objection& objection,
                                  const Correction& correction);
Result<void> apply_consequence(sql::Session& session, const ledger::Act& act,
                               const Objection& objection, const JsonObject& consequence);

}  // namespace credit::objections
