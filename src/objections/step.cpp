#include "objections/step.h"

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "objections/consequence.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "sql/session.h"

namespace credit::objections {
namespace {

JsonArray to_json(const std::vector<Running>& running) {
    JsonArray array;
    for (const auto& each : running) {
        array.push_back(JsonObject{{"kind", each.kind},
                                   {"due_on", calendar::to_text(each.due_on)},
                                   {"article", each.article}});
    }
    return array;
}

// Clocks and recipients are numbered by ordinals within the act.
std::string id_in(const ledger::Act& act, int ordinal) {
    return act.id + "-" + std::to_string(ordinal);
}

Result<void> set_clocks(sql::Session& session, const ledger::Act& act, const JsonArray& running,
                        const Objection& objection) {
    int ordinal = 0;
    for (const auto& each : running) {
        const auto& object = each.as_object();
        const auto kind = TRY(read_text(object, "kind"));
        const auto due_text = TRY(read_text(object, "due_on"));
        const auto due_on = TRY(calendar::parse_date(due_text));
        const auto article = TRY(read_text(object, "article"));
        TRY(ledger::set_clock(session, {.subject_key = objection.subject_key,
                                        .clock_id = id_in(act, ++ordinal),
                                        .kind = kind,
                                        .about_id = objection.objection_id,
                                        .due_on = due_on,
                                        .article = article,
                                        .act_id = act.id}));
    }
    return {};
}

}  // namespace

ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"objection", to_json(step.objection)},
                    {"running", to_json(step.running)},
                    {"told", to_json(step.told)}};
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
    TRY(set_clocks(session, act, *running, objection));
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
