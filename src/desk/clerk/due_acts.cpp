#include "desk/clerk/due_acts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "complaints/examine_complaint.h"
#include "incidents/handle_incident.h"
#include "lists/end_listing.h"
#include "lookups/questions/ask.h"
#include "measures/end_order.h"
#include "objections/examine_objection.h"
#include "repair/acts/name_overdue.h"

namespace credit::desk {
namespace {

constexpr std::array all{
    DueAct{"complaints.acceptance", complaints::name_overdue},
    DueAct{"complaints.decision", complaints::name_overdue},
    DueAct{"incidents.report", incidents::name_overdue},
    DueAct{"incidents.tell", incidents::name_overdue},
    DueAct{"lists.expiry", lists::expire_due},
    DueAct{"lookups.question", lookups::name_overdue},
    DueAct{"measures.expiry", measures::expire_due},
    DueAct{"objections.answer", objections::resolve_silence},
    DueAct{"repair.acceptance", repair::name_overdue},
    DueAct{"repair.holders", repair::name_overdue},
    DueAct{"repair.reevaluation", repair::name_overdue},
    DueAct{"repair.result", repair::name_overdue},
};

}  // namespace

std::span<const DueAct> due_acts() {
    return all;
}

Due due_act_of(std::string_view clock) {
    const auto* const found = std::ranges::lower_bound(all, clock, {}, &DueAct::clock);
    return found != all.end() && found->clock == clock ? found->decide : nullptr;
}

}  // namespace credit::desk
