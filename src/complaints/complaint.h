// Complaint (投诉): what a subject, or who represents it, holds against the conduct of a unit or of
// the register itself, point by point, and how far it was answered.
//
// An objection (异议) is about information; a complaint is about conduct, and stands beside it. It
// suspends nothing by itself and counts for nothing against anybody: no folder that answers for a
// subject can see this one (layers.txt). Whoever complains may ask that the unit does not learn
// who it was.
//
// Law:     luzhengfa-2017-44 item 20 — complaints beside objections; an error found through either
//          is verified, and measures are not executed meanwhile
//          sd-social-credit-regulation-2020 arts. 35, 58, 59 — what offices must not do, that they
//          put it right, and who orders it where they do not
//          personal-information-protection-law-2021 art. 65 — complaints are taken and answered
// Reading: decision 0170: who decides; decision 0171: the clocks; decision 0172: what an upheld
//          complaint leads to, and what it never does

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::complaints {

// Stands for the register itself where a unit's code would stand.
inline constexpr std::string_view the_register = "register";

enum class State : std::uint8_t {
    Filed,         // 已提出
    Accepted,      // 已受理
    Upheld,        // 投诉成立
    PartlyUpheld,  // 部分成立
    NotUpheld,     // 投诉不成立
    Refused,       // 不予受理
    Withdrawn,     // 撤回
};

std::string_view name_of(State state);
bool is_open(State state);

// One thing that is held against the unit, and its answer.
struct Point {
    std::string ground;   // of grounds()
    std::string said;     // in the complainant's own words
    std::string finding;  // "upheld", "not_upheld"; empty while it is open
    std::string reasons;  // of the finding
};

// What may be complained of (投诉事由).
bool is_ground(std::string_view ground);

struct Complaint {
    std::string subject_key = {};
    std::string complaint_id = {};
    std::string respondent = {};  // code of the unit complained of (被投诉单位), or the_register
    std::string unit = {};        // code of the unit that decides (处理单位)
    std::string filer = {};       // "subject", "representative"
    std::string window = {};      // authority at whose window it was filed; empty: by the account
    bool confidential = false;    // who complained is kept from the respondent (身份保密)
    State state = State::Filed;
    Date filed_on{};
    std::optional<Date> due_on = {};  // last day of the step that is awaited; none once answered
    bool provisional = false;         // a day was counted into a year without a notice
    bool extended = false;
    bool referred = false;                 // 已转送
    std::optional<Date> accepted_on = {};  // also where silence counts as acceptance
    std::optional<Date> overdue_on = {};   // 逾期: when the unit was last named
    std::optional<Date> asked_on = {};     // the respondent was asked for its account
    std::optional<Date> answered_on = {};
    std::optional<Date> concluded_on = {};
    std::string about = {};  // kind of the item it is about, as objections name it; or empty
    std::string about_id = {};
    std::string objection_id = {};  // that it started
    std::string question = {};      // put to the respondent
    std::string reply = {};         // of the respondent
    std::vector<Point> points = {};
    std::vector<std::string> files = {};  // evidence, by id
};

// As acts hold it.
JsonObject to_json(const Complaint& complaint);
Result<Complaint> read_complaint(const JsonObject& object);

}  // namespace credit::complaints
