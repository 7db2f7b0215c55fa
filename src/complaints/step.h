// Steps of a complaint (投诉处理程序): every act holds the complaint as it stands after it, its
// clock, who is told, and the objection that it started.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "objections/file_objection.h"
#include "sql/session.h"

namespace credit::complaints {

inline constexpr std::string_view acceptance_clock = "complaints.acceptance";
inline constexpr std::string_view decision_clock = "complaints.decision";

struct Step {
    std::string_view kind;  // of the act: "complaints.file_complaint"
    Complaint complaint;    // as it stands after the step
    Date happened_on{};
    JsonObject said = {};                         // what was given with it: words, papers
    std::optional<ledger::Running> running = {};  // in place of what ran; none: that goes on
    bool clock_over = false;                      // what ran is over, and nothing runs after it
    std::vector<ledger::Recipient> told = {};
    JsonObject objection = {};  // the body of the act that would have filed it
};

ledger::Draft draft_of(const Step& step);

// Of every act kind that begins with "complaints.".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);

// "complaints.not_open" unless it is open.
void require_open(Grounds& grounds, const Complaint& complaint);
// "complaints.not_yours_to_decide" unless the caller's authority is the unit or took over from it.
void require_deciding(Grounds& grounds, const access::Occasion& occasion,
                      const Complaint& complaint);

// The complaint as the store has it, for the next step.
Result<Step> step_of(const access::Occasion& occasion, std::string_view kind,
                     std::string_view subject_key, std::string_view complaint_id);

// Last day and clock for its acceptance, from the filing; for its decision, from `start`; and a
// later last day by the period of extension. NotFound "law.no_parameter".
Result<void> start_acceptance(const access::Occasion& occasion, Step& step);
Result<void> start_decision(const access::Occasion& occasion, Step& step, Date start);
Result<void> extend_decision(const access::Occasion& occasion, Step& step);

// luzhengfa-2017-44 item 20: information said or found to be wrong is verified, by the very
// objection that would have been filed. The errors of objections::file_objection.
Result<void> start_verification(const access::Occasion& occasion, Step& step,
                                const objections::Filing& filing);

}  // namespace credit::complaints
