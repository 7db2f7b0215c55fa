#include "repair/acts/accept_application.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/close_case.h"
#include "repair/acts/name_overdue.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/result_clock.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

constexpr std::array<std::string_view, 4> papers_examined{"performance_proof", "commitment",
                                                          "further_proof", "authorisation"};

bool is_paper(const std::string& paper) {
    return std::ranges::find(papers_examined, paper) != papers_examined.end();
}

Grounds judge(const access::Occasion& occasion, const RepairCase& repair,
              const Acceptance& acceptance) {
    Grounds grounds;
    require_state(grounds, repair, {State::Applied});
    require_own(grounds, occasion, repair);
    if (acceptance.accepts) {
        require(grounds, acceptance.missing.empty(), "repair.nothing_missing");
        return grounds;
    }
    // administrative-permit-law-2019 art. 32: past the last day it counts as accepted (decision
    // 0161), whether or not the clerk has said so.
    require(grounds, !repair.taken_as_accepted(occasion.day), "repair.acceptance_over");
    // guobanfa-2025-22: what is missing is named.
    require(grounds, !acceptance.missing.empty(), "repair.missing_not_named");
    require(grounds, std::ranges::all_of(acceptance.missing, is_paper), "repair.paper_unknown");
    require(grounds, !acceptance.reasons.empty(), "repair.reasons_missing");
    require_no_person(grounds, {acceptance.reasons}, occasion.day);
    return grounds;
}

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, RepairCase repair) {
    const auto item =
        TRY(find_item(reading_of(occasion), repair.subject_key, repair.item_kind, repair.item_id));
    Step step{.kind = kind, .repair = std::move(repair), .happened_on = occasion.day};
    step.repair.item_id = item.item_id;
    step.told["about"] = about_json(item);
    return step;
}

}  // namespace

Result<ledger::Draft> accept_application(const access::Occasion& occasion,
                                         std::string_view subject_key, std::string_view case_id,
                                         const Acceptance& acceptance) {
    TRY(access::authorise(occasion.principal, "accept_repair", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, acceptance);
    if (!grounds.empty()) return refuse(std::move(grounds));

    if (!TRY(still_stands(occasion, repair))) {
        return draft_of(TRY(closed(occasion, "repair.accept_application", std::move(repair))));
    }
    auto step = TRY(step_of(occasion, "repair.accept_application", std::move(repair)));
    step.told["outcome"] = acceptance.accepts ? "accepted" : "not_accepted";
    step.repair.state = acceptance.accepts ? State::Accepted : State::NotAccepted;
    if (acceptance.accepts) {
        // Who is late gains no days by it.
        const Date from = std::min(occasion.day, step.repair.acceptance_due);
        if (from < occasion.day) name_late(step, occasion, from);
        step.repair.accepted_on = from;
        TRY(start_result_clock(occasion, step, from));
        return draft_of(step);
    }
    JsonArray missing;
    for (const auto& paper : acceptance.missing) missing.emplace_back(paper);
    step.told["papers_missing"] = std::move(missing);
    step.told["reasons"] = acceptance.reasons;
    step.repair.decided_on = occasion.day;
    return draft_of(step);
}

Result<ledger::Draft> extend_result(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, std::string_view reason) {
    TRY(access::authorise(occasion.principal, "extend_repair", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    Grounds grounds;
    require_state(grounds, repair, {State::Accepted});
    require_own(grounds, occasion, repair);
    require(grounds, !repair.extended, "repair.extended_already");
    require(grounds, !repair.result_due || occasion.day <= *repair.result_due,
            "repair.period_over");
    require(grounds, !reason.empty(), "repair.reasons_missing");
    require_no_person(grounds, {reason}, occasion.day);
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step = TRY(step_of(occasion, "repair.extend", std::move(repair)));
    step.repair.extended = true;
    step.told["outcome"] = "extended";
    step.told["reasons"] = reason;
    TRY(extend_result_clock(occasion, step));
    return draft_of(step);
}

}  // namespace credit::repair
