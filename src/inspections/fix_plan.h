// Fixing of an inspection plan (确定抽查计划), and its draw (随机抽取).
//
// The organisations, the shares and the grounds for fewer inspections are fixed by one act; what is
// in force about each is looked at when it is drawn, so that whoever was repaired meanwhile is not
// inspected more closely.
//
// Law:     luzhengfa-2017-44 item 8 — fewer routine inspections for honest organisations
//          sd-social-credit-regulation-2020 arts. 26, 28
// Reading: decision 0213

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::inspections {

struct PlanProposal {
    std::string case_number = {};
    Date from_on{};
    Date through_on{};
    Shares shares{};
    std::vector<Reduction> reductions = {};
    std::vector<std::string> organisations = {};  // subject keys, in any order
};

// "inspections.fix_plan", homed at the authority. Refused, in this order: "inspections.not_yours",
// "inspections.period_disordered", "inspections.period_past", "inspections.shares_disordered",
// "inspections.not_an_exemption", "inspections.reduction_without_article",
// "inspections.nobody_named", "inspections.too_many".
Result<ledger::Draft> fix_plan(const access::Occasion& occasion, const PlanProposal& proposal);

// "inspections.draw", once. Refused "inspections.drawn_already", "inspections.period_over".
Result<ledger::Draft> draw_plan(const access::Occasion& occasion, std::string_view plan_id,
                                const std::vector<Standing>& standings);

// Of both.
Result<void> apply_plan(sql::Session& session, const ledger::Act& act);

}  // namespace credit::inspections
