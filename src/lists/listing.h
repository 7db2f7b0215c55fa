// Listing (列入名单): one subject, one standard, one ground, and how far the procedure has come.
//
// proposed → noticed → decided → in force → ended; a hold is beside the state and ends nothing.
// What binds is derived on each day: a listing past its last day is over whether or not anybody
// has said so.
//
// Law: guobanfa-2020-49 — reason, basis and rights are told before; cause, basis, measures, way out
//      and remedy stand in the decision
//      sd-social-credit-regulation-2020 art. 29 — serious dishonesty is found only by standards

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::lists {

enum class State {
    Proposed,   // 拟列入
    Noticed,    // 已告知
    Decided,    // 已决定, not yet served
    InForce,    // 已列入
    Ended,      // 已移出、届满、撤销
    Withdrawn,  // 决定不予列入
};

std::string_view name_of(State state);
Result<State> parse_state(std::string_view name);

struct Listing {
    std::string subject_key;
    std::string listing_id;
    std::string standard;
    std::string ground;
    std::string authority;
    std::string colour;    // "red", "black"
    std::string category;  // of the subject
    State state = State::Proposed;
    Date proposed_on{};
    std::optional<Date> conduct_on = {};
    std::optional<Date> noticed_on = {};
    std::optional<Date> window_through = {};  // last day for statement and defence
    std::optional<std::string> exemption = {};
    bool waived = false;      // statement and defence waived in writing
    bool unanswered = false;  // a statement that the decision must answer
    bool hearing_requested = false;
    bool hearing_held = false;
    std::optional<std::string> document_kind = {};
    std::optional<std::string> document_number = {};
    std::optional<Date> decided_on = {};
    std::optional<Date> served_on = {};
    std::optional<Date> from_on = {};
    std::optional<Date> through_on = {};
    std::optional<std::string> ends_when = {};
    std::optional<Date> review_on = {};
    bool provisional = false;  // a day was counted into a year without an official notice
    std::optional<std::string> held_by = {};  // the act that put it on hold
    std::optional<Date> ended_on = {};
    std::optional<std::string> ended_as = {};

    // The last day on which it can bind: its own, or that of the next review.
    std::optional<Date> last_day() const;
    // Being held does not matter here.
    bool in_force(Date day) const;
};

// How it ended when whoever asked for the listing let it be deleted (申请执行人申请删除).
inline constexpr std::string_view applicant_request = "applicant_request";

// As acts hold it.
JsonObject to_json(const Listing& listing);
Result<Listing> read_listing(const JsonObject& object);

}  // namespace credit::lists
