#include "lists/listing_register.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/listing.h"
#include "lists/listing.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lists {
namespace {

// In the order of the columns of every SELECT in listing.sql.
Result<Listing> read_row(const sql::Row& row) {
    const auto state = TRY(parse_state(row.text(7)));
    return Listing{.subject_key = row.text(0),
                   .listing_id = row.text(1),
                   .standard = row.text(2),
                   .ground = row.text(3),
                   .authority = row.text(4),
                   .colour = row.text(5),
                   .category = row.text(6),
                   .state = state,
                   .proposed_on = row.date(8),
                   .conduct_on = row.optional_date(9),
                   .noticed_on = row.optional_date(10),
                   .window_through = row.optional_date(11),
                   .exemption = row.optional_text(12),
                   .waived = row.integer(13) != 0,
                   .unanswered = row.integer(14) != 0,
                   .hearing_requested = row.integer(15) != 0,
                   .hearing_held = row.integer(16) != 0,
                   .document_kind = row.optional_text(17),
                   .document_number = row.optional_text(18),
                   .decided_on = row.optional_date(19),
                   .served_on = row.optional_date(20),
                   .from_on = row.optional_date(21),
                   .through_on = row.optional_date(22),
                   .ends_when = row.optional_text(23),
                   .review_on = row.optional_date(24),
                   .provisional = row.integer(25) != 0,
                   .held_by = row.optional_text(26),
                   .ended_on = row.optional_date(27),
                   .ended_as = row.optional_text(28)};
}

}  // namespace

Result<std::string> ListingRegister::home_of(std::string_view listing_id) {
    const auto row = TRY(session_.find(statements::find_home, {listing_id}));
    if (!row) return fail(ErrorCode::NotFound, "lists.no_such_listing");
    return row->text(0);
}

Result<Listing> ListingRegister::find(std::string_view subject_key, std::string_view listing_id) {
    const auto row = TRY(session_.find(statements::find_listing, {subject_key, listing_id}));
    if (!row) return fail(ErrorCode::NotFound, "lists.no_such_listing");
    return read_row(*row);
}

Result<std::vector<Listing>> ListingRegister::of_subject(std::string_view subject_key) {
    std::vector<Listing> listings;
    for (const auto& row : TRY(session_.query(statements::listings_of, {subject_key}))) {
        listings.push_back(TRY(read_row(row)));
    }
    return listings;
}

Result<std::vector<Listing>> ListingRegister::at(std::string_view authority, State state,
                                                 std::string_view after, std::int64_t limit) {
    std::vector<Listing> listings;
    const auto rows =
        TRY(session_.query(statements::listings_at, {authority, name_of(state), after, limit}));
    listings.reserve(rows.size());
    for (const auto& row : rows) listings.push_back(TRY(read_row(row)));
    return listings;
}

Result<void> ListingRegister::visit_live(
    const std::function<Result<void>(const Listing&)>& visitor) {
    const auto visit = [&visitor](const sql::Row& row) -> Result<void> {
        const auto listing = TRY(read_row(row));
        return visitor(listing);
    };
    return session_.visit(statements::live_listings, {}, visit);
}

Result<void> ListingRegister::save(const Listing& listing) {
    const std::string state(name_of(listing.state));
    const std::array<sql::Value, 29> values{listing.subject_key,     listing.listing_id,
                                            listing.standard,        listing.ground,
                                            listing.authority,       listing.colour,
                                            listing.category,        state,
                                            listing.proposed_on,     listing.conduct_on,
                                            listing.noticed_on,      listing.window_through,
                                            listing.exemption,       listing.waived,
                                            listing.unanswered,      listing.hearing_requested,
                                            listing.hearing_held,    listing.document_kind,
                                            listing.document_number, listing.decided_on,
                                            listing.served_on,       listing.from_on,
                                            listing.through_on,      listing.ends_when,
                                            listing.review_on,       listing.provisional,
                                            listing.held_by,         listing.ended_on,
                                            listing.ended_as};
    TRY(session_.execute(statements::save_listing, values));
    TRY(session_.execute(statements::save_home, {listing.listing_id, listing.subject_key}));
    return {};
}

Result<void> ListingRegister::save_step(const Listing& listing, std::string_view act_id,
                                        std::string_view step, Date happened_on) {
    TRY(session_.execute(statements::save_step,
                         {listing.subject_key, listing.listing_id, act_id, step, happened_on}));
    return {};
}

}  // namespace credit::lists
