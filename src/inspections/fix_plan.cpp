#include "inspections/fix_plan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/offices/authority.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "inspections/plan_register.h"
#include "law/article_in_force.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::inspections {
namespace {

// Who plans inspections of organisations, by the catalogue's own matter.
bool plans_inspections(const access::Occasion& occasion) {
    const auto* const planning = occasion.catalogue.matters.find(matter);
    const auto office =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    return planning != nullptr && office.has_value() &&
           std::ranges::any_of(planning->functions, [&](const std::string& function) {
               return (*office)->has_function(function);
           });
}

bool in_order(const Shares& shares) {
    return shares.front() >= 0 && std::ranges::is_sorted(shares) && shares.back() <= whole;
}

Grounds judge(const access::Occasion& occasion, const PlanProposal& proposal) {
    Grounds grounds;
    require(grounds, plans_inspections(occasion), "inspections.not_yours");
    require(grounds, proposal.from_on <= proposal.through_on, "inspections.period_disordered");
    require(grounds, proposal.through_on >= occasion.day, "inspections.period_past");
    require(grounds, in_order(proposal.shares), "inspections.shares_disordered");
    // 适当减少检查频次: fewer, not none.
    require(grounds, proposal.shares.front() > 0, "inspections.not_an_exemption");
    require(grounds,
            std::ranges::all_of(proposal.reductions,
                                [&](const Reduction& reduction) {
                                    return law::is_article_in_force(occasion.law, reduction.article,
                                                                    occasion.day);
                                }),
            "inspections.reduction_without_article");
    require(grounds, !proposal.organisations.empty(), "inspections.nobody_named");
    require(grounds, proposal.organisations.size() <= organisations_max, "inspections.too_many");
    return grounds;
}

ledger::Draft draft_of(std::string_view kind, const access::Occasion& occasion,
                       const InspectionPlan& plan) {
    return {.kind = std::string(kind),
            .home_key = plan.home_key,
            .occurred_on = occasion.day,
            .body = to_text({{"plan", to_json(plan)}})};
}

}  // namespace

Result<ledger::Draft> fix_plan(const access::Occasion& occasion, const PlanProposal& proposal) {
    TRY(access::authorise(occasion.principal, "fix_inspection_plan", occasion.principal.authority));
    if (auto grounds = judge(occasion, proposal); !grounds.empty())
        return refuse(std::move(grounds));
    InspectionPlan plan{.home_key = home_of(occasion.principal.authority),
                        .plan_id = occasion.act_id + "-1",
                        .authority = occasion.principal.authority,
                        .case_number = proposal.case_number,
                        .from_on = proposal.from_on,
                        .through_on = proposal.through_on,
                        .shares = proposal.shares,
                        .reductions = proposal.reductions,
                        .organisations = proposal.organisations};
    std::ranges::sort(plan.organisations);
    const auto repeated = std::ranges::unique(plan.organisations);
    plan.organisations.erase(repeated.begin(), repeated.end());
    return draft_of("inspections.fix_plan", occasion, plan);
}

Result<ledger::Draft> draw_plan(const access::Occasion& occasion, std::string_view plan_id,
                                const std::vector<Standing>& standings) {
    TRY(access::authorise(occasion.principal, "draw_inspections", occasion.principal.authority));
    PlanRegister kept(occasion.session);
    auto plan = TRY(kept.find(home_of(occasion.principal.authority), plan_id));
    Grounds grounds;
    require(grounds, !plan.is_drawn(), "inspections.drawn_already");
    require(grounds, occasion.day <= plan.through_on, "inspections.period_over");
    if (!grounds.empty()) return refuse(std::move(grounds));
    plan.seed = TRY(kept.seed_for(plan));
    for (const auto& standing : standings) plan.draw.push_back(group_of(plan, standing));
    draw(plan.draw, plan.shares, plan.seed);
    return draft_of("inspections.draw", occasion, plan);
}

Result<void> apply_plan(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "plan"));
    const auto plan = TRY(read_plan(*object));
    return PlanRegister(session).save(plan);
}

}  // namespace credit::inspections
