// Search (查询): what a text in the search box was taken for, and the page that says what came of
// it.
//
// A code or an older number leads to its organisation; anything else is looked for among the names
// of organisations. Persons are neither found nor looked for, and nothing that was typed stands in
// an answer, an address or a log.
//
// Law: sd-social-credit-regulation-2020 art. 20 — a natural person's information is not public
//      personal-information-protection-law-2021 art. 6 — no more than the purpose needs

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::pages {

enum class TakenFor {
    Nothing,      // an empty box
    Code,         // a unified social credit code
    OlderNumber,  // a registration number and the like, of the time before the code
    Person,       // a document of a natural person: not looked for
    Number,       // a number, but of none of these forms, or with a digit that is wrong
    Name,
};

struct Found {
    TakenFor taken_for = TakenFor::Nothing;
    std::optional<identity::SubjectKey> subject = {};  // the one that is meant
    std::vector<NameHit> hits = {};                    // when it is taken for a name
};

// Errors are those of the store.
Result<Found> find(sql::Session& session, const subjects::Identifiers& identifiers,
                   const Portal& portal, std::string_view text, Date day);

std::string show_results(const Place& place, const Portal& portal, const Found& found);
// Before anything was asked: the box, and what can be typed into it.
std::string show_search(const Place& place);

}  // namespace credit::pages
