// An erasure, by the articles: on an article, a document and reasons. The content goes, and the
// record is over.
//
// Law: personal-information-protection-law-2021 art. 47 — deletion when the ground is gone

#pragma once

#include "simulation/model/cards.h"
#include "simulation/model/said.h"

namespace credit::simulation {

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

}  // namespace credit::simulation
