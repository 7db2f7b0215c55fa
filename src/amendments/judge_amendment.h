// What stands against an amendment of the catalogue (目录变更的审查): pure, on the catalogue as it
// is and as it would be.
//
// Law:     guobanfa-2020-49 — each measure with its legal basis; a list applies locally by local
//          regulation only
//          luzhengfa-2017-44 items 5, 18 — local standards; measures that must or may be carried
//          out
// Reading: decision 0165: what an amendment may do; decision 0166: what counts as local

#pragma once

#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::amendments {

// The catalogue without the amendment and with it.
struct Judging {
    const catalogue::Catalogue& before;
    const catalogue::Catalogue& after;
    const catalogue::Amendment& amendment;
};

// In this order: "amendments.nothing_changed", "amendments.from_not_later" (it takes force on a day
// to come); of each row ended "amendments.unknown_row", "amendments.not_in_force"; of each row
// begun "amendments.unknown_row", "amendments.in_force_already", and every gap of the catalogue
// that it still has ("catalogue.gap_…"); then those of what it defines, of its memorandum and of
// its agreement.
Grounds judge_amendment(const Judging& judging, Date today);

// Of each row defined: "amendments.id_taken", every gap that it has on its day; of a standard
// "amendments.unknown_row" for a measure, "amendments.unknown_function"; of any
// "catalogue.standard_forbidden"; "amendments.unknown_matter", "amendments.unknown_row" where it is
// told.
void judge_definitions(Grounds& grounds, const Judging& judging);

// Of the agreement on recognition: "amendments.title_missing", "amendments.document_missing",
// "amendments.not_another_region", "amendments.nobody_signed", "amendments.unknown_authority",
// "amendments.nothing_recognised", "amendments.unknown_category",
// "amendments.ends_before_it_begins".
void judge_agreement(Grounds& grounds, const Judging& judging);

// Of the memorandum alone: "amendments.title_missing", "amendments.document_missing",
// "amendments.outside_domains", "amendments.domain_of_another", "amendments.unknown_authority",
// "amendments.signatories_missing", "amendments.lead_not_signatory",
// "amendments.lead_not_competent", "amendments.unknown_row",
// "amendments.standard_not_in_force", "amendments.feedback_unknown",
// "amendments.ends_before_it_begins", "amendments.memorandum_empty"; of each line
// "amendments.unknown_row", the gaps of its measure, "amendments.measure_of_other_domain",
// "amendments.subjects_missing", "amendments.not_its_addressee",
// "amendments.individual_order_needed", "amendments.implementers_missing",
// "amendments.implementer_beyond_measure".
void judge_memorandum(Grounds& grounds, const Judging& judging);

// Whether a local standard or measure takes force by it: consultation and approvals come first.
bool is_local(const Judging& judging);

}  // namespace credit::amendments
