#include "lists/adopt_listing.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lists/adoption.sql.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/listing_term.h"
#include "lists/step.h"
#include "records/listing_elements.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::lists {
namespace {

using records::ListingElements;
using records::ListingRow;
using records::Record;

constexpr std::string_view superseded = "superseded";
constexpr std::string_view performed = "performed";

// What the row brings, where it carries all that a listing must.
struct Brought {
    ListingRow row;
    ListingElements elements;
};

Result<std::optional<Brought>> read_brought(const access::Occasion& occasion,
                                            const catalogue::RecordKind& kind,
                                            const Record& record) {
    if (record.reference_only) return std::nullopt;
    auto row = TRY(records::listing_row_of(record, kind, occasion.catalogue));
    auto judged = records::judge_listing(occasion.law, occasion.catalogue, row);
    if (!judged.missing.empty()) return std::nullopt;
    return Brought{.row = std::move(row), .elements = std::move(judged.elements)};
}

Result<std::optional<Listing>> earlier_listing(sql::Session& session, const Record& record) {
    const auto row =
        TRY(session.find(statements::find_listing_of_row, {record.subject_key, record.row_key}));
    if (!row) return std::nullopt;
    return TRY(ListingRegister(session).find(record.subject_key, row->text(0)));
}

Listing made_of(const access::Occasion& occasion, const Record& record, const Brought& brought,
                const std::optional<Listing>& earlier) {
    const auto& [row, elements] = brought;
    const bool goes_on = earlier && earlier->state == State::InForce;
    Listing listing{.subject_key = record.subject_key,
                    .listing_id = goes_on ? earlier->listing_id : occasion.act_id + "-1",
                    .standard = elements.standard->id,
                    .ground = elements.ground,
                    .authority = record.authority,
                    .colour = std::string(catalogue::name_of(elements.standard->colour)),
                    .category = std::string(catalogue::name_of(row.category)),
                    .state = State::InForce,
                    .proposed_on = row.noticed_on.value_or(record.decided_on),
                    .conduct_on = record.conduct_on,
                    .noticed_on = row.noticed_on,
                    .document_number = row.document,
                    .decided_on = record.decided_on,
                    .served_on = row.served_on,
                    .from_on = elements.from_on,
                    .through_on = elements.through_on,
                    .review_on = elements.review_on,
                    .provisional = elements.provisional};
    if (!row.exemption.empty()) listing.exemption = row.exemption;
    if (!elements.ends_when.empty()) listing.ends_when = elements.ends_when;
    end_by(listing, last_disclosed_day(listing, *elements.standard, occasion.law, occasion.day));
    // luzhengfa-2017-44 item 20: what is verified stays on hold when the row is corrected.
    if (goes_on) listing.held_by = earlier->held_by;
    return listing;
}

// What was removed or annulled here takes a new document; what ran out, or whose row was taken back
// or lacked something, may be filed again as it should be.
bool may_begin_anew(const Listing& earlier, const Brought& brought) {
    return earlier.document_number != brought.row.document || earlier.ended_as == superseded ||
           earlier.ended_as == "withdrawn" || earlier.ended_as == "expired";
}

Listing ended(Listing listing, Date day, std::string_view as) {
    listing.state = State::Ended;
    listing.ended_on = day;
    listing.ended_as = as;
    listing.held_by = std::nullopt;
    return listing;
}

}  // namespace

Result<std::optional<Listing>> listing_to_adopt(const access::Occasion& occasion,
                                                const Record& record) {
    const auto* const kind =
        TRY(occasion.catalogue.kinds.find_version(record.kind, record.version));
    if (!kind->listing) return std::nullopt;
    const auto known = TRY(
        occasion.session.find(statements::find_listing_of, {record.subject_key, record.record_id}));
    const auto current = TRY(records::RecordRegister(occasion.session)
                                 .current_of_row(record.subject_key, record.row_key));
    if (known || current != record.record_id) return std::nullopt;

    auto earlier = TRY(earlier_listing(occasion.session, record));
    const auto brought = TRY(read_brought(occasion, *kind, record));
    const bool stands = earlier && earlier->state == State::InForce;
    const bool over =
        !brought || brought->elements.performed ||
        made_of(occasion, record, *brought, earlier).last_day().value_or(occasion.day) <
            occasion.day;
    if (over) {
        if (!stands) return std::nullopt;
        const bool done = brought && brought->elements.performed;
        return ended(std::move(*earlier), occasion.day, done ? performed : superseded);
    }
    if (earlier && !stands && !may_begin_anew(*earlier, *brought)) return std::nullopt;
    return made_of(occasion, record, *brought, earlier);
}

Result<ledger::Draft> adopt_listing(const access::Occasion& occasion, const Record& record) {
    auto listing = TRY(listing_to_adopt(occasion, record));
    if (!listing) return fail(ErrorCode::Conflict, "lists.nothing_to_adopt");
    Step step{.kind = "lists.adopt_listing",
              .listing = *std::move(listing),
              .happened_on = occasion.day,
              .said = {{"record", record.record_id}, {"digest", to_hex(record.digest)}}};
    const auto* const standard = occasion.catalogue.standards.find(step.listing.standard);
    const auto last = step.listing.last_day();
    if (step.listing.state == State::InForce && last && standard != nullptr) {
        step.running.push_back({.kind = "lists.expiry",
                                .due_on = *last,
                                .article = law::to_text(standard->bases.front().citation)});
    }
    return draft_of(step);
}

Result<void> apply_adopt_listing(sql::Session& session, const ledger::Act& act) {
    TRY(apply_step(session, act));
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "listing"));
    const auto listing_id = TRY(read_text(*object, "listing"));
    const auto* const said = TRY(read_object(body, "said"));
    const auto record_id = TRY(read_text(*said, "record"));
    TRY(session.execute(statements::save_record_listing, {act.home_key, record_id, listing_id}));
    return {};
}

Result<void> end_with_record(sql::Session& session, const ledger::Act& act,
                             std::string_view record_id) {
    const auto row = TRY(session.find(statements::find_orphan, {act.home_key, record_id}));
    if (!row) return {};
    ListingRegister listings(session);
    auto listing = TRY(listings.find(act.home_key, row->text(0)));
    const auto as = row->text(1);
    // decision 0232: a repair that falls does not bring back what was taken back meanwhile.
    const bool annuls = listing.ended_as == "repaired" && as == "withdrawn";
    if (listing.state != State::InForce && !annuls) return {};
    const auto last = listing.ended_on.value_or(act.occurred_on);
    listing = ended(std::move(listing), last, as);
    TRY(listings.save(listing));
    TRY(listings.save_step(listing, act.id, act.kind, act.occurred_on));
    TRY(ledger::clear_clocks_about(session, listing.subject_key, listing.listing_id, "", act.id));
    return {};
}

Result<ListingsOfRecords> listings_of_records(sql::Session& session, std::string_view subject_key) {
    ListingsOfRecords listings;
    for (const auto& row : TRY(session.query(statements::listings_of_records, {subject_key}))) {
        listings.emplace(row.text(0), row.text(1));
    }
    return listings;
}

}  // namespace credit::lists
