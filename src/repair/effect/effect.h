// Effect of a repair (修复效力): what it ends, hides or brings back, in one transaction.
//
// Publicity, sharing, use, list entry and measures hang on the item; its rows are written together,
// so that every answer changes with the one commit. The content stays in its table, sealed: nothing
// reads it but an act that opens it.
//
// Law: credit-repair-measures-2025 art. 3 — publicity ends, sharing and use stop, restraint is
//      lifted, together
//      luzhengfa-2017-44 item 20 — what is wrong is withdrawn
// Reading: decision 0232: what was found wrong never comes back
//          decision 0245: what was on hold comes back on hold

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lists/listing.h"
#include "measures/restraint_order.h"
#include "repair/item.h"
#include "sql/session.h"

namespace credit::repair {

enum class How {
    Ended,     // repaired
    Shielded,  // for a time
    Returned,  // what an earlier act ended or hid stands again
};

struct Effect {
    How how = How::Ended;
    std::vector<std::string> records = {};              // ids
    std::vector<lists::Listing> listings = {};          // as they stand after it
    std::vector<measures::RestraintOrder> orders = {};  // likewise
    std::string undoes = {};                            // act whose ending is taken back

    bool nothing() const { return records.empty() && listings.empty() && orders.empty(); }
};

// By the id of a listing or order, the act that put it on hold (暂停).
using Holds = std::map<std::string, std::string, std::less<>>;

Holds holds_of(const Item& item, const std::vector<measures::RestraintOrder>& orders);

// Of the item and of the orders that rest on it.
Effect ending(const Item& item, std::vector<measures::RestraintOrder> orders, Date day);
Effect shielding(const Item& item, std::vector<measures::RestraintOrder> orders,
                 std::string_view act_id);
// What `act_id` ended or hid stands again, but for what ended otherwise since: an item that was
// found wrong never comes back. What was on hold beneath it is on hold again.
Effect returning(const Item& item, std::vector<measures::RestraintOrder> orders,
                 std::string_view act_id, const Holds& held_before);

// As acts hold it.
JsonObject to_json(const Holds& holds);
Result<Holds> read_holds(const JsonObject& object);
JsonObject to_json(const Effect& effect);
Result<Effect> read_effect(const JsonObject& object);

// Writes the rows.
Result<void> carry_out(sql::Session& session, const ledger::Act& act, const Effect& effect);

}  // namespace credit::repair
