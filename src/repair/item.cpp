#include "repair/item.h"

#include <algorithm>
#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/period.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "lists/adopt_listing.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/listing_term.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "publicity/exposure.h"
#include "publicity/publicity_period.h"
#include "publicity/shown_record.h"
#include "records/record.h"
#include "records/record_register.h"

namespace credit::repair {
namespace {

using catalogue::TermKind;

constexpr std::array<std::pair<ItemKind, std::string_view>, 3> kinds{{
    {ItemKind::Record, "record"},
    {ItemKind::Listing, "listing"},
    {ItemKind::Order, "order"},
}};

catalogue::SubjectCategory category_of(std::string_view subject_key) {
    if (subject_key.starts_with('P')) return catalogue::SubjectCategory::NaturalPerson;
    return subject_key.starts_with("O92") ? catalogue::SubjectCategory::IndividualBusiness
                                          : catalogue::SubjectCategory::Organisation;
}

// The waiting that a list standard sets before an early removal; none of it: at any time.
void wait_for_list(Item& item, const ItemReading& reading, const catalogue::ListStandard& standard,
                   Date start) {
    const auto& early = standard.early_removal;
    if (!standard.bases.empty()) item.wait_basis = standard.bases.front().citation;
    if (early) {
        item.conditions_zh = early->conditions_zh;
        item.conditions_en = early->conditions_en;
        // From the correction, which the deciding authority finds as a further condition.
        if (early->earliest.amount == 0 || early->from_correction) return;
        item.wait_through = reading.law.calendar().last_day_of(early->earliest, start).day;
        return;
    }
    // decision 0160: a standard that is silent does not exclude; its entries are of the serious
    // class.
    const auto period = publicity::publicity_period(
        {.decided_on = start, .classes = {item.publicity_class}}, reading.law, reading.day);
    if (!period.known) return;
    item.wait_through = period.shortest_through;
    item.wait_basis = period.shortest_basis;
}

void exclude(Item& item, const ItemReading& reading, std::string_view id) {
    const auto* const row =
        reading.catalogue.classification.find_exclusion(name_of(item.kind), id, reading.day);
    if (row != nullptr) item.excluded_by = row->citation;
}

Result<Item> item_of(const ItemReading& reading, records::Record record) {
    const auto* const kind = TRY(reading.catalogue.kinds.find_version(record.kind, record.version));
    // Of an erased record nothing is left to read; that it ended is said where it is found.
    JsonObject body;
    if (!record.body.empty()) body = TRY(parse_object(record.body));
    Item item{.kind = ItemKind::Record,
              .subject_key = record.subject_key,
              .item_id = record.record_id,
              .authority = record.authority,
              .document_number = record.document_number,
              .title_zh = kind->zh,
              .title_en = kind->en,
              .category = category_of(record.subject_key),
              .decided_on = record.decided_on,
              .adverse = kind->adverse};
    const auto facts = publicity::facts_of(record, *kind, body,
                                           {.catalogue = reading.catalogue,
                                            .law = reading.law,
                                            .category = item.category,
                                            .day = reading.day});
    const auto exposure =
        publicity::exposure_of(facts, reading.law, reading.catalogue.forbidden, reading.day);
    if (exposure.range == publicity::Range::Public) item.public_through = exposure.through;
    item.disclosed_through = exposure.disclosed_through;
    item.stands = !item.disclosed_through || reading.day <= *item.disclosed_through;
    item.wait_basis = {.instrument = kind->basis.instrument, .article = kind->basis.article};
    if (const auto* const standard = reading.catalogue.standards.find(kind->id)) {
        item.publicity_class = "serious";
        wait_for_list(item, reading, *standard, record.decided_on);
    } else if (!facts.classing.classes.empty()) {
        const auto period = publicity::publicity_period(facts.classing, reading.law, reading.day);
        item.publicity_class = period.publicity_class;
        item.wait_through = period.shortest_through;
        if (period.known) item.wait_basis = period.shortest_basis;
    }
    exclude(item, reading, kind->id);
    item.record = std::move(record);
    return item;
}

Result<Item> item_of(const ItemReading& reading, lists::Listing listing) {
    const auto* const standard = reading.catalogue.standards.find(listing.standard);
    if (standard == nullptr) return fail(ErrorCode::NotFound, "repair.no_such_item");
    const Date start = listing.from_on.value_or(listing.proposed_on);
    Item item{.kind = ItemKind::Listing,
              .subject_key = listing.subject_key,
              .item_id = listing.listing_id,
              .authority = listing.authority,
              .document_number = listing.document_number.value_or(""),
              .title_zh = standard->title_zh,
              .title_en = standard->title_en,
              .category = category_of(listing.subject_key),
              .decided_on = start,
              .adverse = standard->colour == catalogue::Colour::Black,
              .stands = listing.in_force(reading.day),
              .publicity_class = "serious"};
    const auto exposure = publicity::exposure_of(listing, *standard, reading.day);
    if (exposure.range == publicity::Range::Public) item.public_through = exposure.through;
    item.restrains_through = listing.last_day();
    item.disclosed_through =
        lists::last_disclosed_day(listing, *standard, reading.law, reading.day);
    wait_for_list(item, reading, *standard, start);
    exclude(item, reading, standard->id);
    item.listing = std::move(listing);
    return item;
}

// An order waits for the shortest term that its article sets; one for life does not end by repair.
void wait_for_order(Item& item, const ItemReading& reading, const catalogue::Measure& measure) {
    const auto& order = item.order;
    if (!order) return;
    if (!measure.bases.empty()) item.wait_basis = measure.bases.front().citation;
    const bool for_life = !order->last_day() && !order->ends_when;
    if (for_life || measure.term.kind == TermKind::Life) item.excluded_by = item.wait_basis;
    const bool lasts =
        measure.term.kind == TermKind::Fixed || measure.term.kind == TermKind::Decided;
    if (!lasts || !measure.term.shortest) return;
    item.wait_through =
        reading.law.calendar().last_day_of(*measure.term.shortest, item.decided_on).day;
}

Result<Item> item_of(const ItemReading& reading, measures::RestraintOrder order) {
    const auto* const measure = reading.catalogue.measures.find(order.measure);
    if (measure == nullptr) return fail(ErrorCode::NotFound, "repair.no_such_item");
    Item item{.kind = ItemKind::Order,
              .subject_key = order.subject_key,
              .item_id = order.order_id,
              .authority = order.authority,
              .document_number = order.document_number,
              .title_zh = measure->title_zh,
              .title_en = measure->title_en,
              .category = category_of(order.subject_key),
              .decided_on = order.decided_on,
              .adverse = measure->group != catalogue::MeasureGroup::Incentive,
              .stands = order.in_force(reading.day)};
    item.restrains_through = order.last_day();
    item.order = std::move(order);
    wait_for_order(item, reading, *measure);
    exclude(item, reading, measure->id);
    return item;
}

template <typename All>
Result<void> add_all(std::vector<Item>& items, const ItemReading& reading, All all) {
    for (auto& each : all) items.push_back(TRY(item_of(reading, std::move(each))));
    return {};
}

// The record that a listing decided elsewhere stands for, and the listing of such a record.
Result<void> pair(Item& item, const ItemReading& reading, const lists::ListingsOfRecords& pairs) {
    if (item.kind == ItemKind::Record) {
        const auto found = pairs.find(item.item_id);
        if (found == pairs.end()) return {};
        item.listing =
            TRY(lists::ListingRegister(reading.session).find(item.subject_key, found->second));
        item.restrains_through = item.listing->last_day();
        return {};
    }
    for (const auto& [record_id, listing_id] : pairs) {
        if (item.kind != ItemKind::Listing || listing_id != item.item_id) continue;
        item.record =
            TRY(records::RecordRegister(reading.session).find(item.subject_key, record_id));
    }
    return {};
}

// What is current of the subject, adverse or not.
Result<std::vector<Item>> standing_of(const ItemReading& reading, std::string_view subject_key) {
    std::vector<Item> items;
    auto records = TRY(records::RecordRegister(reading.session).current_of(subject_key));
    TRY(add_all(items, reading, std::move(records)));
    auto listings = TRY(lists::ListingRegister(reading.session).of_subject(subject_key));
    TRY(add_all(items, reading, std::move(listings)));
    auto orders = TRY(measures::OrderRegister(reading.session).of_subject(subject_key));
    TRY(add_all(items, reading, std::move(orders)));
    const auto pairs = TRY(lists::listings_of_records(reading.session, subject_key));
    for (auto& item : items) TRY(pair(item, reading, pairs));
    return items;
}

// A row that was corrected meanwhile is the same item in its present version.
Result<std::string> present_version(const ItemReading& reading, std::string_view subject_key,
                                    ItemKind kind, std::string_view item_id) {
    if (kind != ItemKind::Record) return std::string(item_id);
    records::RecordRegister records(reading.session);
    const auto record = records.find(subject_key, item_id);
    if (!record && record.error().code == ErrorCode::NotFound) return std::string(item_id);
    if (!record) return std::unexpected(record.error());
    const auto current = TRY(records.current_of_row(subject_key, record->row_key));
    return current.value_or(std::string(item_id));
}

// By the register that keeps its kind, whatever became of it.
Result<Item> kept_item(const ItemReading& reading, std::string_view subject_key, ItemKind kind,
                       std::string_view item_id) {
    switch (kind) {
        case ItemKind::Record: {
            auto record = TRY(records::RecordRegister(reading.session).find(subject_key, item_id));
            return item_of(reading, std::move(record));
        }
        case ItemKind::Listing: {
            auto listing = TRY(lists::ListingRegister(reading.session).find(subject_key, item_id));
            return item_of(reading, std::move(listing));
        }
        case ItemKind::Order: {
            auto order = TRY(measures::OrderRegister(reading.session).find(subject_key, item_id));
            return item_of(reading, std::move(order));
        }
    }
    std::unreachable();
}

}  // namespace

std::string_view name_of(ItemKind kind) {
    for (const auto& [known, name] : kinds) {
        if (known == kind) return name;
    }
    std::unreachable();
}

Result<ItemKind> parse_item_kind(std::string_view name) {
    for (const auto& [kind, known] : kinds) {
        if (known == name) return kind;
    }
    return fail(ErrorCode::InvalidInput, "repair.unknown_item_kind");
}

Date Item::first_day() const {
    return wait_through ? calendar::day_after(*wait_through) : decided_on;
}

Result<Item> find_sealed_item(const ItemReading& reading, std::string_view subject_key,
                              ItemKind kind, std::string_view item_id) {
    const auto version = TRY(present_version(reading, subject_key, kind, item_id));
    auto item = TRY(kept_item(reading, subject_key, kind, version));
    const auto pairs = TRY(lists::listings_of_records(reading.session, subject_key));
    TRY(pair(item, reading, pairs));
    if (item.record) {
        records::RecordRegister records(reading.session);
        item.record_ended_as = TRY(records.ended_as(subject_key, item.record->record_id));
    }
    return item;
}

Result<Item> find_item(const ItemReading& reading, std::string_view subject_key, ItemKind kind,
                       std::string_view item_id) {
    const auto version = TRY(present_version(reading, subject_key, kind, item_id));
    const auto all = TRY(standing_of(reading, subject_key));
    const auto found = std::ranges::find_if(all, [&](const Item& item) {
        return item.kind == kind && item.item_id == version && item.stands;
    });
    if (found == all.end()) return fail(ErrorCode::NotFound, "repair.no_such_item");
    return *found;
}

Result<std::vector<Item>> items_of(const ItemReading& reading, std::string_view subject_key) {
    auto items = TRY(standing_of(reading, subject_key));
    // A record whose listing is told is not told twice.
    std::erase_if(items, [](const Item& item) {
        const bool told = item.kind == ItemKind::Record && item.listing &&
                          item.listing->state == lists::State::InForce;
        return !item.adverse || !item.stands || told;
    });
    return items;
}

bool rests_on(const measures::RestraintOrder& order, const Item& item) {
    return !item.document_number.empty() && order.authority == item.authority &&
           order.document_number == item.document_number && order.order_id != item.item_id;
}

Result<std::vector<measures::RestraintOrder>> orders_on(const ItemReading& reading,
                                                        const Item& item) {
    std::vector<measures::RestraintOrder> orders;
    for (auto& order : TRY(measures::OrderRegister(reading.session).of_subject(item.subject_key))) {
        if (!order.ended_on && rests_on(order, item)) orders.push_back(std::move(order));
    }
    return orders;
}

bool fixed_by_law(const catalogue::Catalogue& catalogue, const measures::RestraintOrder& order) {
    const auto* const measure = catalogue.measures.find(order.measure);
    if (measure == nullptr) return false;
    const auto& term = measure->term;
    const bool for_life = !order.last_day() && !order.ends_when;
    return for_life || term.kind == TermKind::Life || term.kind == TermKind::Fixed ||
           (term.kind == TermKind::Decided && term.shortest.has_value());
}

}  // namespace credit::repair
