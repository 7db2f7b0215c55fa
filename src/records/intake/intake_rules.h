// Rules of intake (报送审核): what may be recorded about whom, decided row by row.
//
// Pure: a row, the catalogue, the law and the day of filing. Whether the name agrees with the
// register, and whether an equal row was withdrawn, needs the store and is asked in staging.h.
//
// Law:     juvenile-crime-prevention-law-2020 art. 59 — what a minor did never enters
//          sd-social-credit-regulation-2020 art. 13 — penalties by simple procedure are not listed
//          guobanfa-2020-49 — petitions, beliefs and private life are no dishonest conduct
//          sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth
// Standard: gb-11643-1999 — the number carries the birth date, which goes before a filled-in one
// Reading: the national tables lack the day of the conduct. A person's row without one waits for an
//          officer where the person may have been a minor: the conduct may lie as far back as the
//          penalty law's longest limitation (five years), or the birth date is not known.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/resident_identity_number.h"
#include "identity/unified_social_credit_code.h"
#include "law/library.h"
#include "records/intake/row.h"

namespace credit::records {

// Upon what a submission is judged. All must outlive it.
struct Filing {
    const law::Library& law;
    const catalogue::Catalogue& catalogue;
    const catalogue::RecordKind& kind;
    const catalogue::Authority& submitter;
    Date day;  // of filing
    identity::AreaCodes areas;
    const identity::CodeExceptions& exceptions = identity::no_exceptions();
};

struct Admission {
    catalogue::SubjectCategory category = catalogue::SubjectCategory::Organisation;
    std::optional<identity::Identifier> identifier;
    Date decided_on{};
    std::optional<Date> conduct_on;
    std::optional<Date> valid_through;
    std::optional<Ground> quarantine;  // why it waits for an officer
    bool reference_only = false;       // a listing without all it must carry
    Faults warnings;                   // what is worth a look; nothing is refused on it
};

// Adds to the faults what stands against the row; the admission means something only when none
// does.
Admission admit(const Filing& filing, const Row& row, Faults& faults);

// The last day on which the decision must be public, and whether it was counted into a year without
// an official notice. An authority with a longer clock of its own has that one.
Result<calendar::DueDay> due_day(const Filing& filing, Date decided_on);

}  // namespace credit::records
