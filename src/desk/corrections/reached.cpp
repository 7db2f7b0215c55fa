#include "desk/corrections/reached.h"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/subject_category.h"
#include "execution/execution_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/one_item.h"
#include "lookups/correction.h"
#include "lookups/holders.h"
#include "lookups/lookup_batch.h"
#include "lookups/lookup_register.h"
#include "lookups/subject_view.h"
#include "lookups/withholding/withholding.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "objections/resting_orders.h"
#include "publicity/exposure.h"
#include "publicity/shown_record.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::size_t lookups_at_once = 200;

// None where it is found, or is of another kind.
template <typename Found>
const Error* error_of(const Found& found) {
    return found || found.error().code == ErrorCode::NotFound ? nullptr : &found.error();
}

// When the first version of a record was filed; the beginning of time for what is none.
Result<Instant> first_filed(sql::Session& session, const lookups::HeldItem& item) {
    records::RecordRegister records(session);
    std::optional<Date> first;
    for (const auto& id : item.item_ids) {
        const auto record = records.find(item.subject_key, id);
        if (!record && record.error().code == ErrorCode::NotFound) continue;
        if (!record) return std::unexpected(record.error());
        first = first ? std::min(*first, record->reported_on) : record->reported_on;
    }
    return first ? start_of(*first) : Instant{};
}

// Those that rest on it, where they go with it, and those that are named.
Result<std::vector<measures::RestraintOrder>> orders_with(sql::Session& session,
                                                          const ReachingItem& item) {
    std::vector<measures::RestraintOrder> orders;
    if (item.reach == Reach::ItemAndItsOrders) {
        orders = TRY(objections::resting_orders(session, item.subject_key, item.id));
    }
    measures::OrderRegister all_orders(session);
    for (const auto& id : item.orders) {
        const auto known = std::ranges::find(orders, id, &measures::RestraintOrder::order_id);
        if (known == orders.end()) {
            orders.push_back(TRY(all_orders.find(item.subject_key, id)));
        }
    }
    return orders;
}

Result<bool> withholds(sql::Session& session, const std::string& authority, Date day) {
    const auto all = TRY(lookups::WithholdingRegister(session).of_authority(authority));
    return std::ranges::any_of(all, [day](const auto& each) { return each.stands(day); });
}

// decision 0131: of whom every look-up of the subject is hidden from it on the day.
Result<std::vector<std::string>> withheld_of(const WhereShown& where, const ReachingItem& item,
                                             const std::vector<std::string>& looked) {
    std::vector<std::string> withheld;
    for (const auto& authority : looked) {
        if (TRY(withholds(where.store, authority, item.day))) withheld.push_back(authority);
    }
    lookups::SubjectView view(where.store, where.lookups, item.day);
    const lookups::Sought sought{.subject_key = item.subject_key,
                                 .digest = lookups::digest_in_block(where.key, item.subject_key)};
    lookups::Span span;
    while (!withheld.empty()) {
        const auto page = TRY(view.page(sought, span, lookups_at_once));
        for (const auto& seen : page.lookups) std::erase(withheld, seen.kept.lookup.authority);
        if (page.next.empty()) break;
        span.before = page.next;
    }
    return withheld;
}

catalogue::SubjectCategory category_of(std::string_view subject_key) {
    if (subject_key.starts_with('P')) return catalogue::SubjectCategory::NaturalPerson;
    return subject_key.starts_with("O92") ? catalogue::SubjectCategory::IndividualBusiness
                                          : catalogue::SubjectCategory::Organisation;
}

// A record of a listing is shown as the listing that stands for it, which is one of the ids.
Result<bool> record_was_public(const WhereShown& where, const ReachingItem& item,
                               const records::Record& record) {
    if (record.body.empty()) return false;  // erased
    const publicity::RecordReading reading{.catalogue = where.catalogue,
                                           .law = where.law,
                                           .category = category_of(item.subject_key),
                                           .day = item.day};
    const auto shown = TRY(publicity::show_record(record, reading));
    return shown.exposure.range == publicity::Range::Public && !shown.listing;
}

bool listing_was_public(const WhereShown& where, const lists::Listing& listing) {
    const auto* const standard = where.catalogue.standards.find(listing.standard);
    const auto category = catalogue::parse_subject_category(listing.category);
    if (!listing.from_on || standard == nullptr || !category) return false;
    const auto* const rule = standard->publicity_for(*category);
    return rule != nullptr && rule->range == catalogue::PublicityRange::Public;
}

// Of orders nothing is public.
Result<bool> was_public(const WhereShown& where, const ReachingItem& item,
                        const std::vector<std::string>& ids) {
    records::RecordRegister records(where.store);
    lists::ListingRegister listings(where.store);
    for (const auto& id : ids) {
        const auto record = records.find(item.subject_key, id);
        if (record && TRY(record_was_public(where, item, *record))) return true;
        const auto listing = listings.find(item.subject_key, id);
        if (listing && listing_was_public(where, *listing)) return true;
        for (const auto* const error : {error_of(record), error_of(listing)}) {
            if (error != nullptr) return std::unexpected(*error);
        }
    }
    return false;
}

Instant earlier(Instant one, Instant other) {
    return other.milliseconds < one.milliseconds ? other : one;
}

}  // namespace

Result<lookups::Reached> reached_by(const WhereShown& where, const ReachingItem& item) {
    lookups::HeldItem held{
        .subject_key = item.subject_key,
        .item_ids = TRY(lists::one_item(where.store, item.subject_key, item.id))};
    std::erase(held.item_ids, item.but);
    held.since = TRY(first_filed(where.store, held));
    for (const auto& order : TRY(orders_with(where.store, item))) {
        held.item_ids.push_back(order.order_id);
        held.since = earlier(held.since, start_of(order.decided_on));
    }
    execution::ExecutionRegister executions(where.store);
    const auto looked = TRY(lookups::holders_of(where.lookups, where.key, held));
    const auto asked = TRY(executions.asked_on(item.subject_key, held.item_ids));
    lookups::Reached reached{.acted = TRY(executions.acted_on(item.subject_key, held.item_ids)),
                             .withheld = TRY(withheld_of(where, item, looked)),
                             .in_public = TRY(was_public(where, item, held.item_ids))};
    std::ranges::set_union(looked, asked, std::back_inserter(reached.shown));
    return reached;
}

}  // namespace credit::desk
