// Item page (条目页): one public record or one listing in force, under a stable address, to be
// read, printed and cited.

#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "publicity/subject_view.h"
#include "sql/session.h"

namespace credit::pages {

struct ItemOf {
    std::string subject_name;
    std::string subject_code;
    std::string subject_id;  // of its page
};

struct RecordItem {
    ItemOf of;
    publicity::ShownRecord record;
};

struct ListingItem {
    ItemOf of;
    publicity::ShownListing listing;
};

// NotFound "pages.no_such_record" for what is not public today, a person's among it, and for what
// never was.
Result<RecordItem> read_record(sql::Session& session, const Place& place, const Portal& portal,
                               std::string_view record_id);
Result<ListingItem> read_listing(sql::Session& session, const Place& place, const Portal& portal,
                                 std::string_view listing_id);

std::string show_record(const Place& place, const RecordItem& item);
std::string show_listing(const Place& place, const ListingItem& item);

}  // namespace credit::pages
