#include "desk/clerk/due_acts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "commitments/watch_commitment.h"
#include "complaints/examine_complaint.h"
#include "execution/overdue.h"
#include "honours/review_honour.h"
#include "incidents/handle_incident.h"
#include "lists/end_listing.h"
#include "lookups/questions/ask.h"
#include "measures/end_order.h"
#include "objections/examine_objection.h"
#include "repair/acts/name_overdue.h"
#include "stays/order_stay.h"
#include "tips/handle_tip.h"

namespace credit::desk {
namespace {

constexpr std::array all{
    DueAct{.clock = "commitments.check", .decide = commitments::name_overdue},
    DueAct{.clock = "commitments.reminder", .decide = commitments::remind},
    DueAct{.clock = "complaints.acceptance", .decide = complaints::name_overdue},
    DueAct{.clock = "complaints.decision", .decide = complaints::name_overdue},
    DueAct{.clock = "execution.outcome", .decide = execution::fall_due},
    DueAct{.clock = "execution.response", .decide = execution::fall_due},
    DueAct{.clock = "honours.review", .decide = honours::fall_due},
    DueAct{.clock = "incidents.report", .decide = incidents::name_overdue},
    DueAct{.clock = "incidents.tell", .decide = incidents::name_overdue},
    DueAct{.clock = "lists.expiry", .decide = lists::expire_due},
    DueAct{.clock = "lookups.question", .decide = lookups::name_overdue},
    DueAct{.clock = "measures.expiry", .decide = measures::expire_due},
    DueAct{.clock = "objections.answer", .decide = objections::resolve_silence},
    DueAct{.clock = "repair.acceptance", .decide = repair::name_overdue},
    DueAct{.clock = "repair.holders", .decide = repair::name_overdue},
    DueAct{.clock = "repair.reevaluation", .decide = repair::name_overdue},
    DueAct{.clock = "repair.result", .decide = repair::name_overdue},
    DueAct{.clock = "stays.expiry", .decide = stays::expire_stay},
    DueAct{.clock = "tips.answer", .decide = tips::name_overdue},
    DueAct{.clock = "tips.conclusion", .decide = tips::name_overdue},
};

}  // namespace

std::span<const DueAct> due_acts() {
    return all;
}

Due due_act_of(std::string_view clock) {
    const auto* const found = std::ranges::find(all, clock, &DueAct::clock);
    return found != all.end() ? found->decide : nullptr;
}

}  // namespace credit::desk
