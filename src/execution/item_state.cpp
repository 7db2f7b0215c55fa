#include "execution/item_state.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "execution/execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act_id.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "sql/session.h"
#include "stays/stay.h"
#include "stays/stay_register.h"

namespace credit::execution {
namespace {

template <typename Item>
ItemState state_in(const Item& item, std::optional<Date> from) {
    ItemState state;
    state.from = from;
    state.last_day = item.last_day();
    state.ended_on = item.ended_on;
    state.held_by = item.held_by.value_or("");
    return state;
}

// An objection that is open suspends whatever hangs on its item, and so does an answer to it that
// was not served.
Result<void> add_objection(ItemState& state, sql::Session& session, std::string_view subject_key,
                           std::string_view item_id) {
    objections::ObjectionRegister objections(session);
    const auto held = TRY(objections.held(subject_key));
    if (std::ranges::find(held, item_id) == held.end()) return {};
    for (const auto& objection : TRY(objections.of_subject(subject_key))) {
        if (!objections::is_open(objection.state)) continue;
        const Date since = objection.filed_on;
        state.objected_since = std::min(state.objected_since.value_or(since), since);
    }
    const auto failed = TRY(objections.failed_since(subject_key));
    if (failed && state.held_by.empty()) state.held_by = *failed;
    return {};
}

}  // namespace

bool ItemState::over(Date day) const {
    return (ended_on && day >= *ended_on) || (last_day && day > *last_day);
}

bool ItemState::held(Date day) const {
    if (objected_since && *objected_since <= day) return true;
    // Ids of acts sort by time.
    return !held_by.empty() && held_by < ledger::first_id_at(start_of(day + std::chrono::days{1}));
}

bool ItemState::stayed(Date day) const {
    return std::ranges::any_of(stays, [day](const stays::Stay& stay) { return stay.stands(day); });
}

bool ItemState::executable(Date day) const {
    return from && day >= *from && !over(day) && !held(day) && !stayed(day);
}

Result<std::vector<stays::Stay>> stays_at(sql::Session& session, const Execution& execution) {
    stays::StayRegister register_of_stays(session);
    auto all = TRY(register_of_stays.of_home(execution.subject_key));
    auto at_authority =
        TRY(register_of_stays.of_home(stays::home_of_implementer(execution.authority)));
    std::ranges::move(at_authority, std::back_inserter(all));
    return all;
}

Result<ItemState> state_of(sql::Session& session, const Execution& execution, const Duty& duty) {
    const auto& subject_key = execution.subject_key;
    ItemState state;
    if (duty.by_order) {
        const auto order = TRY(measures::OrderRegister(session).find(subject_key, duty.item_id));
        state = state_in(order, order.from_on);
    } else {
        const auto listing = TRY(lists::ListingRegister(session).find(subject_key, duty.item_id));
        state = state_in(listing, listing.from_on);
    }
    TRY(add_objection(state, session, subject_key, duty.item_id));
    state.stays = TRY(stays_at(session, execution));
    std::erase_if(state.stays,
                  [&](const stays::Stay& stay) { return !stay.stays(duty.item_id, duty.measure); });
    return state;
}

}  // namespace credit::execution
