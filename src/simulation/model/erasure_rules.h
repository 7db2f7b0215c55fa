// An erasure, by the articles: on an article, a document and reasons. The content goes, and the
// record is over. Past its five years the register erases a penalty by itself.
//
// Law:     personal-information-protection-law-2021 art. 47 — deletion when the ground is gone
//          sd-social-credit-regulation-2020 art. 38 — deletion when the five years are over
// Reading: decision 0243: not while something that is not over needs it

#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/counter_rules.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/plain_law.h"
#include "simulation/model/said.h"

namespace credit::simulation {

// Of the office that files, which wrote both in one document.
inline bool order_needs(const OrderCard& order, const RecordCard& record) {
    return order.subject == record.subject && order.authority == "SD-SAMR" &&
           order.document_number == record.document_number && !order.ended_on;
}

inline bool is_needed(const Cards& cards, const RecordCard& record) {
    if (std::ranges::any_of(cards.orders, [&record](const OrderCard& order) {
            return order_needs(order, record);
        })) {
        return true;
    }
    // In whatever version of its row it was named.
    const auto is = [&](const std::string& item) {
        return std::ranges::any_of(cards.records, [&](const RecordCard& other) {
            return !other.id.empty() && other.id == item && is_same_row(record, other);
        });
    };
    return std::ranges::any_of(
               cards.repairs,
               [&](const RepairCard& repair) { return repair.is_open() && is(repair.item); }) ||
           std::ranges::any_of(cards.objections, [&](const ObjectionCard& objection) {
               return objection.is_open() && is(objection.about_id);
           });
}

inline Refusals against_erasure(const RecordCard& card, const Said& said) {
    Refusals no;
    no.unless(said.anything("article"), "erasure.article_unknown");
    no.unless(said.anything("document_number"), "erasure.document_missing");
    no.unless(said.anything("reasons"), "erasure.reasons_missing");
    if (no.none()) no.unless(!card.erased, "records.no_such_record");
    return no;
}

// One that ended before stays as it ended.
inline void enter_erasure(RecordCard& card) {
    card.erased = true;
    if (card.ended_as.empty()) card.ended_as = "erased";
}

// What the register erases on that day by itself; how many there are.
inline std::int64_t enter_expiry(const PlainLaw& law, Cards& cards, Date day) {
    std::int64_t erased = 0;
    for (auto& record : cards.records) {
        if (record.kind != "penalty" || record.erased) continue;
        if (day <= disclosed_through(law, record, day) || is_needed(cards, record)) continue;
        // A repair that falls afterwards does not bring it back.
        if (record.ended_as == "repaired") record.ended_as = "erased";
        enter_erasure(record);
        ++erased;
    }
    return erased;
}

}  // namespace credit::simulation
