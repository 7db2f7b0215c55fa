// Adoption of a listing decided elsewhere (收录): a court or a ministry decided it and filed it as
// a record with all its elements; from this act on it stands here as any other listing does, and is
// held, ended, published and asked after in the same way.
//
// One listing stands for one row: a corrected row changes it, a row that lacks an element, or says
// that the duty is performed, ends it, and so does the withdrawal of the record. What was ended
// here under a document is not begun anew under the same document.
//
// Law: guobanfa-2020-49 — only under a standard in force, by a competent authority, on a document,
//      after notice, with remedy and end
//      luzhengfa-2017-44 item 20 — a hold outlives a correction of the row: it is still verified

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::lists {

// The listing as it will stand for a current record; none when nothing follows from the record, or
// what follows was done already.
Result<std::optional<Listing>> listing_to_adopt(const access::Occasion& occasion,
                                                const records::Record& record);

// "lists.adopt_listing", homed at the subject. Conflict "lists.nothing_to_adopt".
Result<ledger::Draft> adopt_listing(const access::Occasion& occasion,
                                    const records::Record& record);
Result<void> apply_adopt_listing(sql::Session& session, const ledger::Act& act);

// For apply alone, after a record has ended: the listing that stood for it ends as the record did,
// unless a corrected row stands; one that a repair had ended is withdrawn with its record. What
// ends a record without saying so here ends the listing none the less: it is read as over while no
// record of it is current.
Result<void> end_with_record(sql::Session& session, const ledger::Act& act,
                             std::string_view record_id);

// Listing ids by record id, of one subject.
using ListingsOfRecords = std::map<std::string, std::string, std::less<>>;
Result<ListingsOfRecords> listings_of_records(sql::Session& session, std::string_view subject_key);

}  // namespace credit::lists
