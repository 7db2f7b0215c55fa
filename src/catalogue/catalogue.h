// Catalogue (目录): everything that says what may be filed, listed, executed and asked, by whom.
//
// Read once from law/ at start; what does not agree with itself, or cites what law/ does not hold,
// stops the start.

#pragma once

#include <span>

#include "catalogue/amended/agreement.h"
#include "catalogue/classes/classification.h"
#include "catalogue/code_list.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/purpose.h"
#include "catalogue/duties/withholding_basis.h"
#include "catalogue/forbidden.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/offices/task.h"
#include "catalogue/record_kind.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::catalogue {

struct Catalogue {
    Forbidden forbidden;
    CodeLists codes;
    RecordKinds kinds;
    Regions regions;
    Authorities authorities;
    Tasks tasks;
    ListStandards standards;
    Measures measures;
    Matters matters;
    Purposes purposes;
    WithholdingBases withholding;
    Classification classification;
    Agreements agreements;  // none in law/: each comes with an amendment

    // The first fault in law/, with file and line; InvalidInput "catalogue.unknown_citation" for an
    // instrument, "catalogue.unknown_parameter" for a number that law/ does not hold;
    // Refused "catalogue.standard_forbidden" for a standard, ground or measure on forbidden matter.
    static Result<Catalogue> load(const law::Library& library);
};

// guobanfa-2020-49: no list standard, no ground of one and no measure rests on what a person says,
// believes, petitions for, or on private matters without consequence for others. Refused
// "catalogue.standard_forbidden" (title, the matter and its article).
Result<void> refuse_forbidden(const Forbidden& forbidden, std::span<const ListStandard> standards);
Result<void> refuse_forbidden(const Forbidden& forbidden, std::span<const Measure> measures);

}  // namespace credit::catalogue
