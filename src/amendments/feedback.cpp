#include "amendments/feedback.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "catalogue/amended/amendment.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::amendments {
namespace {

constexpr std::size_t intervals_shown = 12;

constexpr std::array<std::pair<std::string_view, int>, 4> intervals_in_months{
    {{"monthly", 1}, {"quarterly", 3}, {"half_yearly", 6}, {"yearly", 12}}};

std::chrono::months length_of(std::string_view feedback) {
    const auto* const found =
        std::ranges::find(intervals_in_months, feedback, &std::pair<std::string_view, int>::first);
    CHECK(found != intervals_in_months.end());  // judge_memorandum knows no other
    return std::chrono::months(found->second);
}

bool is_of(const catalogue::Memorandum& memorandum, const std::string& measure) {
    return std::ranges::find(memorandum.lines, measure, &catalogue::MemorandumLine::measure) !=
           memorandum.lines.end();
}

void add(Done& done, const execution::Execution& execution, const execution::Duty& duty, Date day) {
    ++done.told;
    const auto* const outcome = duty.stands();
    if (outcome != nullptr) {
        ++(outcome->executed ? done.executed : done.not_executed);
        return;
    }
    if (execution.lapsed_on) return;
    ++done.open;
    if (execution.due_on < day) ++done.overdue;
}

}  // namespace

std::vector<Interval> intervals_of(const catalogue::Memorandum& memorandum, Date from, Date day) {
    std::vector<Interval> intervals;
    const auto length = length_of(memorandum.feedback);
    const Date last = std::min(day, memorandum.through);
    for (int count = 0;; ++count) {
        const Date begin = calendar::last_day_of_period(from, length * count);
        if (begin > last) break;
        const Date next = calendar::last_day_of_period(from, length * (count + 1));
        intervals.push_back(
            {.from = begin, .through = std::min(next - std::chrono::days{1}, memorandum.through)});
    }
    if (intervals.size() > intervals_shown) {
        intervals.erase(intervals.begin(), intervals.end() - intervals_shown);
    }
    return intervals;
}

Result<Feedback> feedback_on(sql::Session& session, const catalogue::Memorandum& memorandum,
                             const Interval& interval, Date day) {
    Feedback feedback;
    const auto visit = [&](std::string_view listing,
                           const execution::Execution& execution) -> Result<void> {
        for (const auto& duty : execution.duties) {
            if (duty.item_id != listing || !is_of(memorandum, duty.measure)) continue;
            add(feedback[execution.authority], execution, duty, day);
        }
        return {};
    };
    TRY(execution::ExecutionRegister(session).visit_under(memorandum.standard, interval.from,
                                                          interval.through, visit));
    return feedback;
}

bool is_party(const catalogue::Memorandum& memorandum, std::string_view authority) {
    return memorandum.lead == authority ||
           std::ranges::find(memorandum.signatories, authority) != memorandum.signatories.end();
}

JsonObject to_json(const Interval& interval, const Feedback& feedback, Date day) {
    JsonArray authorities;
    for (const auto& [code, done] : feedback) {
        authorities.push_back(JsonObject{{"authority", code},
                                         {"told", done.told},
                                         {"executed", done.executed},
                                         {"not_executed", done.not_executed},
                                         {"open", done.open},
                                         {"overdue", done.overdue}});
    }
    return {{"from_on", calendar::to_text(interval.from)},
            {"through_on", calendar::to_text(interval.through)},
            {"complete", interval.through < day},
            {"authorities", std::move(authorities)}};
}

}  // namespace credit::amendments
