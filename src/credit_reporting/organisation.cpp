#include "credit_reporting/organisation.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/subject_category.h"
#include "credit_reporting/change.h"
#include "credit_reporting/feed_item.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act_store.h"
#include "lists/listing_register.h"
#include "lists/one_item.h"
#include "lookups/holders.h"
#include "objections/objection_register.h"
#include "publicity/subject_view.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::credit_reporting {
namespace {

constexpr std::string_view penalty = "penalty";
constexpr std::string_view honours = "red";

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

// Ids begin with that of the act or the submission that made the thing, and sort by time.
bool made_after(std::string_view id, std::string_view act_id) {
    return id.substr(0, act_id.size()) > act_id;
}

std::vector<FeedItem> items_of(const publicity::SubjectView& view, std::string_view subject_key) {
    std::vector<FeedItem> items;
    const auto add = [&](std::string id, bool objected) -> FeedItem& {
        items.push_back({.id = std::move(id),
                         .subject_key = std::string(subject_key),
                         .state = objected ? State::Objected : State::Public,
                         .name = view.name,
                         .code = view.code});
        return items.back();
    };
    for (const auto& listing : view.listings) {
        if (listing.colour == honours) continue;
        add(listing.listing_id, listing.objected).listing = listing;
    }
    for (const auto& record : view.records) {
        if (record.kind == penalty) add(record.record_id, record.objected).record = record;
    }
    return items;
}

}  // namespace

std::string_view name_of(State state) {
    switch (state) {
        case State::Public:
            return "public";
        case State::Objected:
            return "objected";
        case State::OnHold:
            return "on_hold";
        case State::NotPublic:
            return "not_public";
    }
    std::unreachable();
}

Result<Organisation> Organisation::read(const FeedReading& reading, std::string_view subject_key) {
    Organisation organisation;
    organisation.subject_key_ = subject_key;
    organisation.version_ = TRY(ledger::home_version(reading.session, subject_key));
    TRY(organisation.read_items(reading, subject_key));
    organisation.given_ = TRY(lookups::shown_to(reading.lookups, subject_key, reading.agency));
    if (organisation.public_.empty() && organisation.given_.empty()) return organisation;
    TRY(organisation.read_held(reading));
    organisation.changes_ = TRY(changes_of(reading.session, reading.keys, subject_key));
    for (const auto& item : organisation.public_) {
        TRY(organisation.read_kin(reading.session, item.id));
    }
    for (const auto& id : organisation.given_) {
        TRY(organisation.read_kin(reading.session, id));
    }
    for (auto& item : organisation.public_) {
        std::ranges::copy_if(
            organisation.kin_of(item.id), std::back_inserter(item.replaces),
            [&](const std::string& id) { return id != item.id && organisation.was_given(id); });
    }
    return organisation;
}

// decision 0215: neither a natural person nor an individual business.
Result<void> Organisation::read_items(const FeedReading& reading, std::string_view subject_key) {
    const auto key = TRY(identity::SubjectKey::parse(subject_key));
    const auto subject = TRY(subjects::SubjectRegister(reading.session).find(key));
    if (!subject ||
        subjects::category_of(subject->kind) != catalogue::SubjectCategory::Organisation) {
        return {};
    }
    const auto view = TRY(publicity::view_subject(reading.session, reading.catalogue, reading.law,
                                                  {.subject = key, .day = reading.day}));
    public_ = items_of(view, subject_key);
    return {};
}

Result<void> Organisation::read_held(const FeedReading& reading) {
    const auto objected = TRY(objections::ObjectionRegister(reading.session).held(subject_key_));
    for (const auto& listing :
         TRY(lists::ListingRegister(reading.session).of_subject(subject_key_))) {
        if (!listing.in_force(reading.day)) continue;
        if (listing.held_by || contains(objected, listing.listing_id)) {
            held_.push_back(listing.listing_id);
        }
    }
    return {};
}

Result<void> Organisation::read_kin(sql::Session& session, const std::string& id) {
    if (kin_.contains(id)) return {};
    auto kin = TRY(lists::one_item(session, subject_key_, id));
    if (!contains(kin, id)) kin.push_back(id);
    kin_.emplace(id, std::move(kin));
    return {};
}

const FeedItem* Organisation::find_public(const std::string& id) const {
    const auto found = std::ranges::find(public_, id, &FeedItem::id);
    return found == public_.end() ? nullptr : &*found;
}

bool Organisation::was_given(const std::string& id) const {
    return std::ranges::binary_search(given_, id);
}

bool Organisation::is_replaced(const std::string& id) const {
    return std::ranges::any_of(public_,
                               [&](const FeedItem& item) { return contains(item.replaces, id); });
}

const std::vector<std::string>& Organisation::kin_of(const std::string& id) const {
    return kin_.at(id);
}

bool Organisation::changed_after(std::int64_t place, const std::string& id, Which which) const {
    return std::ranges::any_of(changes_, [&](const Change& change) {
        const bool later = !change.place || *change.place > place;
        const bool counts = which == Which::Any || change.turn == Turn::Opens;
        return later && counts && change.names(kin_of(id));
    });
}

// Once: where the last act about it stands.
void Organisation::add(std::vector<FeedItem>& items, const std::string& id, std::int64_t place,
                       Turn turn) const {
    if (const auto* const item = find_public(id)) {
        if (turn == Turn::Opens && !changed_after(place, id, Which::Opening)) {
            items.push_back(*item);
        }
        return;
    }
    if (!was_given(id) || is_replaced(id) || changed_after(place, id, Which::Any)) return;
    items.push_back({.id = id,
                     .subject_key = subject_key_,
                     .state = contains(held_, id) ? State::OnHold : State::NotPublic});
}

std::vector<FeedItem> Organisation::changed_at(std::int64_t place) const {
    std::vector<FeedItem> items;
    const auto change = std::ranges::find(changes_, place, &Change::place);
    if (change == changes_.end()) return items;
    std::set<std::string> known(given_.begin(), given_.end());
    for (const auto& item : public_) known.insert(item.id);
    for (const auto& id : known) {
        if (!made_after(id, change->act_id) && change->names(kin_of(id))) {
            add(items, id, place, change->turn);
        }
    }
    return items;
}

std::vector<FeedItem> Organisation::brought_at(std::int64_t place,
                                               const std::string& record_id) const {
    std::vector<FeedItem> items;
    if (find_public(record_id) != nullptr) {
        add(items, record_id, place, Turn::Opens);
        return items;
    }
    // What it corrects was public, and this is not.
    for (const auto& id : given_) {
        if (contains(kin_of(id), record_id)) add(items, id, place, Turn::Ends);
    }
    return items;
}

}  // namespace credit::credit_reporting
