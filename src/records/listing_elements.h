// Elements of a listing decided elsewhere (列入要素): what a row of a court or a ministry must
// carry to bind: standard, ground, document, prior notice or its coded exemption, service, remedy,
// end.
//
// A row without one of them is kept as reference only, and no duty ever follows from it. Whether an
// element is there is judged by its content: a standard that was in force, a ground of it, an
// authority competent for it, a notice before the decision, an end that the standard allows.
//
// Law:     guobanfa-2020-49 — a listing rests on a standard, states cause, basis and remedies, and
//          says how to leave the list
//          civil-code-2020 art. 201, 202 — how its periods are counted
// Reading: the end is a date within the term of the ground; where the term runs until an event, the
//          event, with a review at the latest when the standard asks for one
// Reading: what the standard lets take effect only after a publicity of its own is decided here

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "records/intake/row.h"
#include "records/record.h"

namespace credit::records {

// What the row says of it, in the spelling of its table.
struct ListingRow {
    const catalogue::RecordKind* kind = nullptr;
    const catalogue::Authority* authority = nullptr;  // that filed it
    catalogue::SubjectCategory category = catalogue::SubjectCategory::Organisation;
    Date decided_on{};
    Date filed_on{};
    std::optional<Date> valid_through = {};
    std::string standard = {};  // id or title
    std::string grounds = {};   // codes joined by semicolons
    std::string document = {};
    std::optional<Date> noticed_on = {};
    std::string exemption = {};
    std::optional<Date> served_on = {};
    std::string remedy = {};
    std::string ends_when = {};
    std::string state = {};  // of what is owed
};

struct ListingElements {
    const catalogue::ListStandard* standard = nullptr;
    std::string ground;
    Date from_on{};
    std::optional<Date> through_on = {};
    std::string ends_when = {};
    std::optional<Date> review_on = {};
    bool provisional = false;  // a day was counted into a year without an official notice
    bool performed = false;    // the event has happened that ends it

    // The last day on which it can bind.
    std::optional<Date> last_day() const { return through_on ? through_on : review_on; }
};

struct ListingJudgement {
    ListingElements elements;  // meaningful only when nothing is missing
    Grounds missing;
};

// Pure. Missing in this order: listing_standard, listing_not_competent, listing_subject,
// listing_ground, listing_document, listing_notice, listing_exemption, listing_service,
// listing_served_early, listing_effect, listing_remedy, listing_end, listing_end_too_late.
ListingJudgement judge_listing(const law::Library& law, const catalogue::Catalogue& catalogue,
                               const ListingRow& row);

// From the row as it was read, and from the record that came of it: both say the same.
ListingRow listing_row_of(const Row& row, const catalogue::RecordKind& kind);
// InvalidInput when the body cannot be read; NotFound for an authority that the catalogue lost.
Result<ListingRow> listing_row_of(const Record& record, const catalogue::RecordKind& kind,
                                  const catalogue::Catalogue& catalogue);

}  // namespace credit::records
