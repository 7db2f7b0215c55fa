// Filing of an objection (提出异议): from this moment no joint measure that hangs on the item is
// executable anywhere.
//
// Law: sd-social-credit-regulation-2020 art. 39 — the subject objects to what is wrong, missing or
//      infringes its rights; the answer comes within its clock
//      luzhengfa-2017-44 item 20 — also when an executing unit finds the error itself

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "objections/objection.h"

namespace credit::objections {

struct Filing {
    About about = About::Listing;
    std::string about_id;
    Filer filer = Filer::Subject;
    std::string authorisation;       // of a representative: the paper that proves it
    std::vector<Point> points;       // what is held against the item
    std::vector<std::string> files;  // evidence, by id
    // Of the result of a repair: the authority that decided it, and the item that its case is
    // about. Else the item itself says so.
    std::string source;
    std::string item_id = {};
};

// What is wrong, and why: "objections.points_missing", "objections.aspect_unknown",
// "objections.words_missing".
void require_points(Grounds& grounds, const std::vector<Point>& points);

// "objections.file_objection", homed at the subject; its objection is the act's id with "-1".
// Refused, with every ground: "objections.points_missing", "objections.aspect_unknown",
// "objections.words_missing", "objections.authorisation_missing", "objections.not_yours",
// "objections.item_gone". NotFound when the subject has no such item.
Result<ledger::Draft> file_objection(const access::Occasion& occasion, std::string_view subject_key,
                                     const Filing& filing);

// "objections.withdraw_objection": by who filed it, and the measures resume: the subject its own
// and its representative's, an office its finding; a representative also at the window where it was
// filed, with proof of authority to withdraw. Refused: "objections.not_open",
// "objections.not_filed_by_you", "objections.authorisation_missing".
Result<ledger::Draft> withdraw_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         std::string_view authorisation);

}  // namespace credit::objections
