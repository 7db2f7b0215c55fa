#include "objections/step.h"

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/running.h"
#include "lookups/correction.h"
#include "objections/consequence.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "sql/session.h"

namespace credit::objections {
ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"objection", to_json(step.objection)},
                    {"running", ledger::to_json(step.running)},
                    {"told", lookups::to_json(step.told)}};
    if (!step.said.empty()) body["said"] = step.said;
    if (!step.consequence.empty()) body["consequence"] = step.consequence;
    return {.kind = std::string(step.kind),
            .home_key = step.objection.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body)};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "objection"));
    const auto objection = TRY(read_objection(*object));
    TRY(ObjectionRegister(session).save(objection));
    TRY(ledger::clear_clocks_about(session, objection.subject_key, objection.objection_id, "",
                                   act.id));
    const auto* const running = TRY(read_array(body, "running"));
    TRY(ledger::begin_clocks(
        session, act, {.home_key = objection.subject_key, .id = objection.objection_id}, *running));
    const auto* const told = TRY(read_array(body, "told"));
    TRY(lookups::apply_told(session, act, objection.about_id, *told));
    if (!body.contains("consequence")) return {};
    const auto* const consequence = TRY(read_object(body, "consequence"));
    return apply_consequence(session, act, objection, *consequence);
}

void require_open(Grounds& grounds, const Objection& objection) {
    require(grounds, is_open(objection.state), "objections.not_open",
            {std::string(name_of(objection.state))});
}

bool may_answer(const access::Occasion& occasion, const Objection& objection) {
    const auto& caller = occasion.principal;
    if (caller.role == access::Role::CreditOffice) {
        return objection.state == State::Filed || objection.silent == "register";
    }
    return occasion.catalogue.authorities.succeeds(caller.authority, objection.source);
}

}  // namespace credit::objections
