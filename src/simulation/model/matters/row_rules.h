// Versions of one row (同一记录的各版本): a corrected row takes the place of the record before it,
// and what is found wrong is wrong in every version.
//
// Law:     luzhengfa-2017-44 item 20 — wrong information is corrected in time
// Reading: decision 0232: what was found wrong never comes back

#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "simulation/model/cards.h"

namespace credit::simulation {

// About one subject, by the number of one document.
inline bool is_same_row(const RecordCard& one, const RecordCard& other) {
    return one.subject == other.subject && one.kind == other.kind &&
           one.document_number == other.document_number;
}

inline void enter_corrected_row(RecordCard& before) {
    before.ended_as = "superseded";
}

// A row that was corrected meanwhile is the same item in its present version.
inline RecordCard* present_version(Cards& cards, const std::string& id) {
    const auto named = std::ranges::find(cards.records, id, &RecordCard::id);
    if (named == cards.records.end()) return nullptr;
    const auto present = std::ranges::find_if(cards.records, [&](const RecordCard& other) {
        return is_same_row(*named, other) && other.ended_as.empty();
    });
    return present == cards.records.end() ? &*named : &*present;
}

// Which authorities were ever shown the item, a record in whatever version.
inline std::set<std::string> holders_of(Cards& cards, const std::string& item) {
    std::set<std::string> holders = cards.holders[item];
    const auto named = std::ranges::find(cards.records, item, &RecordCard::id);
    if (named == cards.records.end()) return holders;
    for (const auto& other : cards.records) {
        if (!other.id.empty() && is_same_row(*named, other)) {
            const auto& shown = cards.holders[other.id];
            holders.insert(shown.begin(), shown.end());
        }
    }
    return holders;
}

// An objection took it out of publicity, in whatever version.
inline bool is_closed(const Cards& cards, const RecordCard& record) {
    return std::ranges::any_of(cards.records, [&](const RecordCard& other) {
        return is_same_row(record, other) && !other.id.empty() &&
               std::ranges::find(cards.closed, other.id) != cards.closed.end();
    });
}

}  // namespace credit::simulation
