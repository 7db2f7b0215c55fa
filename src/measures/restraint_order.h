// Individual order (个别决定): a decision of a court or a competent authority that puts one measure
// on one subject, by a document, until an end.
//
// It binds from its service. What binds is derived on each day: an order past its last day is over
// whether or not anybody has said so; one that is held binds nobody.
//
// Law: guobanfa-2020-49 — measures as law says, by authorities that have the power, with a basis
//      and remedies told

#pragma once

#include <optional>
#include <string>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::measures {

struct RestraintOrder {
    std::string subject_key;
    std::string order_id;
    std::string measure;    // id in the catalogue: "M022-A2"
    std::string authority;  // code of the one that decided
    std::string category;   // of the subject
    std::string document_number;
    Date decided_on{};
    Date served_on{};
    Date from_on{};
    std::optional<Date> through_on = {};  // last day; none: an event, or life
    std::optional<std::string> ends_when = {};
    std::optional<Date> review_on = {};
    std::optional<std::string> held_by = {};  // the act that put it on hold
    std::optional<Date> ended_on = {};        // the first day on which it is over
    std::optional<std::string> ended_as = {};
    std::string remedy_zh;
    std::string remedy_en;

    // The last day on which it can bind: its own, or that of the next review.
    std::optional<Date> last_day() const;
    // Being held does not matter here.
    bool in_force(Date day) const;
};

// As acts hold it. Reading fails as foundation/json.h and calendar/date_text.h say.
JsonObject to_json(const RestraintOrder& order);
Result<RestraintOrder> read_order(const JsonObject& object);

}  // namespace credit::measures
