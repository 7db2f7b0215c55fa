#include "desk/matters/repair_objections.h"

#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/conclude_objection.h"
#include "objections/file_objection.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/step.h"
#include "repair/acts/withdraw_result.h"
#include "repair/holders.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::desk {

Result<ledger::Draft> file_objection(const access::Occasion& occasion, std::string_view subject_key,
                                     objections::Filing filing) {
    if (filing.about == objections::About::Repair) {
        auto result = TRY(repair::find_result(occasion.session, subject_key, filing.about_id));
        filing.source = std::move(result.authority);
        filing.item_id = std::move(result.item_id);
    }
    return objections::file_objection(occasion, subject_key, filing);
}

Result<ledger::Draft> conclude_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         objections::Conclusion conclusion,
                                         const std::vector<repair::Holder>& looked) {
    const auto objection =
        TRY(objections::ObjectionRegister(occasion.session).find(subject_key, objection_id));
    conclusion.correction.fallen_result = [&](const access::Occasion& within) {
        return repair::withdraw_result(within, subject_key, objection.about_id, looked);
    };
    return objections::conclude_objection(occasion, subject_key, objection_id, conclusion);
}

Result<void> apply_conclude_objection(sql::Session& session, const ledger::Act& act) {
    TRY(objections::apply_step(session, act));
    const auto body = TRY(parse_object(act.body));
    if (!body.contains("consequence")) return {};
    const auto* const consequence = TRY(read_object(body, "consequence"));
    if (!consequence->contains("repair")) return {};
    return repair::apply_body(session, act, *TRY(read_object(*consequence, "repair")));
}

}  // namespace credit::desk
