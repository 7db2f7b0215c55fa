// Filing of a complaint (提出投诉), and taking it back.
//
// Law: luzhengfa-2017-44 item 20 — subjects complain; information that a complaint shows to be
//      wrong is verified
//      personal-information-protection-law-2021 art. 65 — anybody may complain

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "objections/file_objection.h"
#include "objections/objection.h"

namespace credit::complaints {

// The item that the conduct was about; with an aspect, what is wrong with the information itself.
struct Item {
    objections::About about = objections::About::Listing;
    std::string about_id;
    std::string aspect;  // of objections; empty: nothing is said against the information
    std::string said;
    std::string source;  // of the result of a repair, as objections::Filing has it
};

struct Filing {
    std::string respondent;  // code of a unit, or the_register
    objections::Filer filer = objections::Filer::Subject;
    std::string authorisation;  // of a representative: the paper that proves it
    bool confidential = false;
    std::vector<Point> points;
    std::vector<std::string> files;  // evidence, by id
    std::optional<Item> item;
};

// "complaints.file_complaint", homed at the subject; its complaint is the act's id with "-c".
// Refused, with every ground: "complaints.points_missing", "complaints.ground_unknown",
// "complaints.words_missing", "complaints.authorisation_missing", "complaints.not_yours",
// "complaints.window_reveals"; "complaints.objection_reveals", "complaints.no_unit_above" and those
// of objections::file_objection. NotFound when there is no such unit, file or item.
Result<ledger::Draft> file_complaint(const access::Occasion& occasion, std::string_view subject_key,
                                     const Filing& filing);

// "complaints.withdraw_complaint", by who filed it alone: the subject its own and its
// representative's; a representative also at the window where it was filed, with proof of authority
// to withdraw. An objection that it started goes on. Refused: "complaints.not_open",
// "complaints.not_filed_by_you", "complaints.authorisation_missing".
Result<ledger::Draft> withdraw_complaint(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view complaint_id,
                                         std::string_view authorisation);

// The objection by which the information is verified.
objections::Filing verification_of(const Item& item, objections::Filer filer,
                                   const std::vector<std::string>& files);

}  // namespace credit::complaints
