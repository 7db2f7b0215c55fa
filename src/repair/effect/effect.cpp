#include "repair/effect/effect.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "records/end_record.h"
#include "records/record.h"
#include "repair/item.h"
#include "repair/shield_record.h"
#include "sql/session.h"

namespace credit::repair {
namespace {

constexpr std::array<std::pair<How, std::string_view>, 3> hows{{
    {How::Ended, "ended"},
    {How::Shielded, "shielded"},
    {How::Returned, "returned"},
}};

constexpr std::string_view repaired = "repaired";

// The item itself and what rests on it, untouched.
Effect about(How how, const Item& item, std::vector<measures::RestraintOrder> orders) {
    Effect effect{.how = how, .orders = std::move(orders)};
    if (item.record) effect.records.push_back(item.record->record_id);
    if (item.listing) effect.listings.push_back(*item.listing);
    if (item.order) effect.orders.push_back(*item.order);
    return effect;
}

// decision 0245: a repair ends no hold, and nobody lifted it while it was repaired.
void hold_again(std::optional<std::string>& held_by, std::string_view id, std::string_view act_id,
                const Holds& held_before) {
    if (held_by == act_id) held_by.reset();
    const auto found = held_before.find(id);
    if (!held_by && found != held_before.end()) held_by = found->second;
}

bool is_over(const lists::Listing& listing) {
    return listing.state == lists::State::Ended || listing.state == lists::State::Withdrawn;
}

// How it ended stays, so that what was found wrong does not come to stand as repaired. A listing
// that is not in force, since its notice or decision did not arrive, is not over.
void leave_what_is_over(Effect& effect, bool record_is_over) {
    if (record_is_over) effect.records.clear();
    std::erase_if(effect.listings, is_over);
    std::erase_if(effect.orders, [](const auto& order) { return order.ended_on.has_value(); });
}

Result<void> write_record(sql::Session& session, const ledger::Act& act, const Effect& effect,
                          const std::string& record_id) {
    switch (effect.how) {
        case How::Ended:
            TRY(end_shield(session, act.home_key, record_id));
            return records::apply_ending(
                session, act,
                records::to_json(
                    {.record_id = record_id, .as = records::Ending::Repaired, .reason = {}}));
        case How::Shielded:
            return shield_record(session, act.home_key, record_id, act.id);
        case How::Returned:
            return return_record(session, act.home_key, record_id, effect.undoes);
    }
    std::unreachable();
}

}  // namespace

Holds holds_of(const Item& item, const std::vector<measures::RestraintOrder>& orders) {
    Holds holds;
    const auto note = [&](const std::string& id, const std::optional<std::string>& held_by) {
        if (held_by) holds[id] = *held_by;
    };
    if (item.listing) note(item.listing->listing_id, item.listing->held_by);
    if (item.order) note(item.order->order_id, item.order->held_by);
    for (const auto& order : orders) note(order.order_id, order.held_by);
    return holds;
}

Effect ending(const Item& item, std::vector<measures::RestraintOrder> orders, Date day) {
    auto effect = about(How::Ended, item, std::move(orders));
    leave_what_is_over(effect, item.record_ended_as.has_value());
    for (auto& listing : effect.listings) {
        listing.state = lists::State::Ended;
        listing.ended_on = day;
        listing.ended_as = repaired;
        listing.held_by.reset();
    }
    for (auto& order : effect.orders) {
        order.ended_on = day;
        order.ended_as = repaired;
        order.held_by.reset();
    }
    return effect;
}

Effect shielding(const Item& item, std::vector<measures::RestraintOrder> orders,
                 std::string_view act_id) {
    auto effect = about(How::Shielded, item, std::move(orders));
    leave_what_is_over(effect, item.record_ended_as.has_value());
    for (auto& listing : effect.listings) listing.held_by = act_id;
    for (auto& order : effect.orders) order.held_by = act_id;
    return effect;
}

Effect returning(const Item& item, std::vector<measures::RestraintOrder> orders,
                 std::string_view act_id, const Holds& held_before) {
    auto effect = about(How::Returned, item, std::move(orders));
    effect.undoes = act_id;
    for (auto& listing : effect.listings) {
        if (listing.ended_as == repaired) {
            listing.state = lists::State::InForce;
            listing.ended_on.reset();
            listing.ended_as.reset();
        }
        hold_again(listing.held_by, listing.listing_id, act_id, held_before);
    }
    for (auto& order : effect.orders) {
        if (order.ended_as == repaired) {
            order.ended_on.reset();
            order.ended_as.reset();
        }
        hold_again(order.held_by, order.order_id, act_id, held_before);
    }
    // decision 0232: what was found wrong meanwhile, or ended otherwise, does not come back.
    leave_what_is_over(effect, item.record_ended_as.value_or(std::string(repaired)) != repaired);
    return effect;
}

JsonObject to_json(const Holds& holds) {
    JsonObject object;
    for (const auto& [id, act] : holds) object[id] = act;
    return object;
}

Result<Holds> read_holds(const JsonObject& object) {
    Holds holds;
    for (const auto& each : object) {
        holds[std::string(each.key())] = TRY(read_text(object, each.key()));
    }
    return holds;
}

JsonObject to_json(const Effect& effect) {
    JsonArray records;
    for (const auto& record : effect.records) records.emplace_back(record);
    JsonArray listings;
    for (const auto& listing : effect.listings) listings.push_back(lists::to_json(listing));
    JsonArray orders;
    for (const auto& order : effect.orders) orders.push_back(measures::to_json(order));
    std::string_view how;
    for (const auto& [known, name] : hows) {
        if (known == effect.how) how = name;
    }
    return {{"how", how},
            {"records", std::move(records)},
            {"listings", std::move(listings)},
            {"orders", std::move(orders)},
            {"undoes", effect.undoes}};
}

Result<Effect> read_effect(const JsonObject& object) {
    Effect effect;
    const auto how = TRY(read_text(object, "how"));
    for (const auto& [known, name] : hows) {
        if (name == how) effect.how = known;
    }
    for (const auto& each : *TRY(read_array(object, "records"))) {
        effect.records.emplace_back(each.as_string());
    }
    for (const auto& each : *TRY(read_array(object, "listings"))) {
        effect.listings.push_back(TRY(lists::read_listing(each.as_object())));
    }
    for (const auto& each : *TRY(read_array(object, "orders"))) {
        effect.orders.push_back(TRY(measures::read_order(each.as_object())));
    }
    effect.undoes = TRY(read_text(object, "undoes"));
    return effect;
}

Result<void> carry_out(sql::Session& session, const ledger::Act& act, const Effect& effect) {
    for (const auto& record : effect.records) TRY(write_record(session, act, effect, record));
    lists::ListingRegister listings(session);
    for (const auto& listing : effect.listings) {
        TRY(listings.save(listing));
        TRY(listings.save_step(listing, act.id, act.kind, act.occurred_on));
        if (effect.how != How::Ended) continue;
        TRY(ledger::clear_clocks_about(session, act.home_key, listing.listing_id, "", act.id));
    }
    for (const auto& order : effect.orders) {
        TRY(measures::OrderRegister(session).save(order));
        if (effect.how != How::Ended) continue;
        TRY(ledger::clear_clocks_about(session, act.home_key, order.order_id, "", act.id));
    }
    return {};
}

}  // namespace credit::repair
