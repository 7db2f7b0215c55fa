// Item (可修复的失信信息): one record, listing or individual order of a subject, seen as what may
// be repaired, with its three clocks: publicity, restraint, and the outer limit of disclosure.
//
// Each clock is told apart; the first to end ends what it governs. The first day for repair is one
// more day, and no clock of its own.
//
// Law:     credit-repair-measures-2025 art. 2, 4 — what is repaired: lists, penalties, abnormal
//          lists and other adverse information
//          sd-social-credit-regulation-2020 art. 38 — the outer limit
// Reading: decision 0160: what each kind of item waits for; nothing is excluded that no law
// excludes

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "lists/listing.h"
#include "measures/restraint_order.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::repair {

enum class ItemKind { Record, Listing, Order };

std::string_view name_of(ItemKind kind);  // "record", "listing", "order"
// InvalidInput "repair.unknown_item_kind".
Result<ItemKind> parse_item_kind(std::string_view name);

struct Item {
    ItemKind kind = ItemKind::Record;
    std::string subject_key = {};
    std::string item_id = {};
    std::string authority = {};  // that decided it
    std::string document_number = {};
    std::string title_zh = {};
    std::string title_en = {};
    catalogue::SubjectCategory category = catalogue::SubjectCategory::Organisation;
    Date decided_on{};
    bool adverse = false;              // 失信信息
    bool stands = false;               // on the day it was read
    std::string publicity_class = {};  // "minor", "general", "serious"; empty where there is none
    std::optional<Date> wait_through = {};  // the last day on which repair must wait; none: nothing
    law::Citation wait_basis = {};          // of the waiting, or of its absence
    std::string conditions_zh = {};         // further ones, as the standard of a list names them
    std::string conditions_en = {};
    std::optional<law::Citation> excluded_by = {};  // the law that keeps it from repair

    std::optional<Date> public_through = {};
    std::optional<Date> restrains_through = {};
    std::optional<Date> disclosed_through = {};

    // By its kind; a listing decided elsewhere and the record that brought it are one item, and are
    // read, ended and returned together.
    std::optional<records::Record> record = {};
    std::optional<std::string> record_ended_as = {};  // of a sealed one
    std::optional<lists::Listing> listing = {};
    std::optional<measures::RestraintOrder> order = {};

    Date first_day() const;  // on which repair may be sought
};

struct ItemReading {
    sql::Session& session;
    const law::Library& law;
    const catalogue::Catalogue& catalogue;
    Date day{};
};

// NotFound "repair.no_such_item" for one that is not the subject's, or no longer stands.
Result<Item> find_item(const ItemReading& reading, std::string_view subject_key, ItemKind kind,
                       std::string_view item_id);
// The same whether or not it stands: what was repaired, shielded or is over stays in its table.
Result<Item> find_sealed_item(const ItemReading& reading, std::string_view subject_key,
                              ItemKind kind, std::string_view item_id);
// Every adverse one that stands on that day: records, listings, orders.
Result<std::vector<Item>> items_of(const ItemReading& reading, std::string_view subject_key);

// Of the same authority and document.
bool rests_on(const measures::RestraintOrder& order, const Item& item);
// The individual orders of the subject that rest on the item and are not over.
Result<std::vector<measures::RestraintOrder>> orders_on(const ItemReading& reading,
                                                        const Item& item);
// Whether the law itself fixes how long such an order lasts, so that a repair does not shorten it.
bool fixed_by_law(const catalogue::Catalogue& catalogue, const measures::RestraintOrder& order);

}  // namespace credit::repair
