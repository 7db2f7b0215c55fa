#include "objections/find_item.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "commitments/commitment.h"
#include "commitments/commitment_register.h"
#include "foundation/result.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/persons/named_person.h"
#include "measures/order_register.h"
#include "objections/objection.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"
#include "subjects/successions/succession_register.h"

namespace credit::objections {
namespace {

Result<Item> gone() {
    return fail(ErrorCode::Refused, "objections.item_gone");
}

Result<Item> find_listing(sql::Session& session, std::string_view subject_key,
                          std::string_view listing_id) {
    auto listing = TRY(lists::ListingRegister(session).find(subject_key, listing_id));
    const bool decided = listing.state == lists::State::Decided ||
                         listing.state == lists::State::InForce ||
                         listing.state == lists::State::Ended;
    const bool taken_back = listing.ended_as == "annulled" || listing.ended_as == "withdrawn";
    return decided && !taken_back ? Result<Item>(Item{std::move(listing.authority)}) : gone();
}

Result<Item> find_order(sql::Session& session, std::string_view subject_key,
                        std::string_view order_id) {
    auto order = TRY(measures::OrderRegister(session).find(subject_key, order_id));
    return order.ended_as == "annulled" ? gone() : Result<Item>(Item{std::move(order.authority)});
}

// The version that stands, or one that a repair ended or hides; what was replaced or taken back
// was corrected so.
Result<Item> find_record(sql::Session& session, std::string_view subject_key,
                         std::string_view record_id) {
    records::RecordRegister records(session);
    const auto current = TRY(records.current_of(subject_key));
    const auto stands = std::ranges::find(current, record_id, &records::Record::record_id);
    if (stands != current.end()) return Item{stands->authority};
    const auto hidden = TRY(records.hidden_of_row(subject_key, record_id));
    if (std::ranges::find(hidden, record_id) == hidden.end()) return gone();
    return Item{TRY(records.find(subject_key, record_id)).authority};
}

// What is objected to is the finding that it was not kept; while it runs nothing is found.
Result<Item> find_commitment(sql::Session& session, std::string_view subject_key,
                             std::string_view commitment_id) {
    auto commitment =
        TRY(commitments::CommitmentRegister(session).find(subject_key, commitment_id));
    const bool found = commitment.state == commitments::State::Broken;
    return found ? Result<Item>(Item{std::move(commitment.authority)}) : gone();
}

// It is as right as the organisation's listing.
Result<Item> find_naming(sql::Session& session, std::string_view subject_key,
                         std::string_view naming_id) {
    auto named = TRY(lists::NamedRegister(session).find(subject_key, naming_id));
    if (named.withdrawn()) return gone();
    TRY(find_listing(session, named.organisation_key, named.listing_id));
    return Item{std::move(named.authority)};
}

Result<Item> find_succession(sql::Session& session, std::string_view subject_key,
                             std::string_view succession_id) {
    auto succession = TRY(subjects::SuccessionRegister(session).find(subject_key, succession_id));
    return succession.annulled_on ? gone() : Result<Item>(Item{std::move(succession.authority)});
}

}  // namespace

Result<Item> find_item(const access::Occasion& occasion, std::string_view subject_key, About about,
                       std::string_view about_id) {
    switch (about) {
        case About::Listing:
            return find_listing(occasion.session, subject_key, about_id);
        case About::Order:
            return find_order(occasion.session, subject_key, about_id);
        case About::Record:
            return find_record(occasion.session, subject_key, about_id);
        case About::Repair:
            return Item{};
        case About::Commitment:
            return find_commitment(occasion.session, subject_key, about_id);
        case About::Naming:
            return find_naming(occasion.session, subject_key, about_id);
        case About::Succession:
            return find_succession(occasion.session, subject_key, about_id);
    }
    std::unreachable();
}

}  // namespace credit::objections
