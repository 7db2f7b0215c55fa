// Steps of a tip (举报办理程序): every act holds the tip as it stands after it, and its clock.
// Nobody is told: an inbox would show that there is one.

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/tip.h"

namespace credit::tips {

inline constexpr std::string_view answer_clock = "tips.answer";
inline constexpr std::string_view conclusion_clock = "tips.conclusion";

struct Step {
    std::string_view kind;  // of the act: "tips.file_tip"
    Tip tip;                // as it stands after the step
    Date happened_on{};
    std::string clock = {};  // that begins with it; empty: none
    std::string article = {};
    bool clock_over = false;  // what ran is over
};

ledger::Draft draft_of(const Step& step);

// Of every act of a tip but its opening.
Result<void> apply_step(sql::Session& session, const ledger::Act& act);

// The last day and the clock, by that parameter from the day of the step on. NotFound
// "law.no_parameter".
Result<void> start_clock(const access::Occasion& occasion, Step& step, std::string_view parameter,
                         std::string_view clock);

}  // namespace credit::tips
