#include "repair/acts/withdraw_application.h"

#include <optional>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

Grounds judge(const access::Occasion& occasion, const RepairCase& repair,
              const std::optional<Authorisation>& authorisation) {
    Grounds grounds;
    require_state(grounds, repair, {State::Applied, State::Accepted});
    require(grounds, brought_by(occasion, repair), "repair.not_brought_by_you");
    require_authorisation(grounds, occasion, authorisation);
    if (authorisation) require_no_person(grounds, {authorisation->number}, occasion.day);
    return grounds;
}

}  // namespace

// An application is the subject's own, whoever brought it; a window withdraws what it brought, and
// on an authorisation that says so.
bool brought_by(const access::Occasion& occasion, const RepairCase& repair) {
    const auto& caller = occasion.principal;
    if (caller.role == access::Role::Subject) return true;
    return occasion.catalogue.authorities.succeeds(caller.authority, repair.filed_at);
}

Result<ledger::Draft> withdraw_application(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const std::optional<Authorisation>& authorisation) {
    TRY(access::authorise(occasion.principal, "withdraw_repair", occasion.principal.authority));
    const bool other = occasion.principal.role == access::Role::Subject &&
                       occasion.principal.subject_key != subject_key;
    if (other) return fail(ErrorCode::NotFound, "repair.no_such_case");
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, authorisation);
    if (!grounds.empty()) return refuse(std::move(grounds));

    const auto item =
        TRY(find_sealed_item(reading_of(occasion), subject_key, repair.item_kind, repair.item_id));
    Step step{.kind = "repair.withdraw_application",
              .repair = std::move(repair),
              .happened_on = occasion.day};
    step.told = {{"about", about_json(item)}, {"outcome", "withdrawn"}};
    if (authorisation) step.said["authorisation"] = to_json(*authorisation);
    step.repair.state = State::Withdrawn;
    step.repair.decided_on = occasion.day;
    step.repair.overdue_on.reset();
    step.tellings = {{.kind = "authority",
                      .code = step.repair.authority,
                      .about_id = step.repair.case_id,
                      .what = "repair_withdrawn",
                      .urgent = false}};
    return draft_of(step);
}

}  // namespace credit::repair
