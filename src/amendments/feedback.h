// Feedback on a memorandum (合作备忘录执行反馈): for each interval that it agreed on, what those
// who carry it out did on the duties that it brought. Read from their answers: nobody writes it
// twice.
//
// Of organisations alone. What is about a person or an individual business is answered all the
// same, and is in no number.
//
// Law:     luzhengfa-2017-44 items 2, 16, 26 — execute, feed back; how far it was carried out
// Reading: decision 0219: the intervals, and who reads them

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/amended/amendment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::amendments {

struct Interval {
    Date from{};
    Date through{};
};

// From its first day to that day or its last, the running one being the last; at most a year's
// worth of the latest. Empty before its first day.
std::vector<Interval> intervals_of(const catalogue::Memorandum& memorandum, Date from, Date day);

// What one authority did in an interval, on duties about organisations.
struct Done {
    std::int64_t told = 0;
    std::int64_t executed = 0;
    std::int64_t not_executed = 0;
    std::int64_t open = 0;  // of them those past their day: overdue
    std::int64_t overdue = 0;
};

// By code of the authority.
using Feedback = std::map<std::string, Done>;

// Of duties that began in the interval, as they stand on that day.
Result<Feedback> feedback_on(sql::Session& session, const catalogue::Memorandum& memorandum,
                             const Interval& interval, Date day);

// Whether the authority is a party: it leads it or signed it.
bool is_party(const catalogue::Memorandum& memorandum, std::string_view authority);

// { from_on, through_on, complete, authorities: [{authority, told, executed, not_executed, open,
// overdue}] }.
JsonObject to_json(const Interval& interval, const Feedback& feedback, Date day);

}  // namespace credit::amendments
