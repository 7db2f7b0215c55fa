#include "http/repair/repairs.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/matters/application_objections.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/files/told_evidence.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/lookups/lookup_session.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/repair/repair_answer.h"
#include "http/repair/repair_bodies.h"
#include "http/waiting.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/one_item.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/subject_view.h"
#include "repair/acts/accept_application.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/decide_repair.h"
#include "repair/acts/open_sealed.h"
#include "repair/acts/reevaluate.h"
#include "repair/acts/revoke_repair.h"
#include "repair/acts/withdraw_application.h"
#include "repair/holders.h"
#include "repair/outlook.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::int64_t cases_shown = 500;

// The case as it stands after the act, with what the subject is told of it.
Result<JsonObject> case_after(const ledger::Act& act) {
    auto body = TRY(parse_object(act.body));
    JsonObject after = body.at("case").as_object();
    after.erase("subject");
    after.erase("decided_by");
    after.erase("filed_by");
    for (const std::string_view inner :
         {"case", "said", "effect", "running", "tellings", "clears"}) {
        body.erase(inner);
    }
    for (auto& [name, value] : body) after[name] = std::move(value);
    after["act"] = act.id;
    return after;
}

Result<repair::RepairCase> find_case(Context& context, const std::string& case_id) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    repair::RepairRegister repair_register(*lease);
    const auto subject = TRY(repair_register.home_of(case_id));
    return repair_register.find(subject, case_id);
}

using Draft =
    std::function<Result<ledger::Draft>(const access::Occasion&, const repair::RepairCase& repair)>;

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const auto repair = TRY(find_case(context, request.path_values.front()));
    const auto act = TRY(context.desk.perform(
        caller_of(request), repair.subject_key,
        [&](const access::Occasion& occasion) { return draft(occasion, repair); }));
    const auto after = TRY(case_after(act));
    return json_response(after);
}

// With whoever was shown an order that goes with the item: that rests on it, that the officer
// names, or that went with it before.
Result<std::vector<repair::Holder>> who_looked(Context& context, const access::Occasion& occasion,
                                               const repair::RepairCase& repair,
                                               const std::vector<std::string>& named = {}) {
    const desk::ReachingItem item{
        .subject_key = repair.subject_key,
        .id = repair.item_id,
        .day = occasion.day,
        .reach = desk::Reach::ItemAndItsOrders,
        .orders = TRY(repair::orders_going_with(occasion.session, repair, named))};
    return holders_in(TRY(reached_by(context, occasion.session, item)));
}

Result<Response> apply_for_repair(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "apply_for_repair", request.caller.authority));
    auto read = TRY(read_repair_application(request, context, day_of(request.received_at)));
    std::string subject = request.caller.subject_key;
    if (request.caller.role != access::Role::Subject) {
        if (!read.subject) return fail(ErrorCode::Refused, "repair.identity_not_confirmed");
        subject = read.subject->text();
    }
    const auto act = TRY(
        context.desk.perform(caller_of(request), subject, [&](const access::Occasion& occasion) {
            return repair::apply_for_repair(occasion, subject, read.application);
        }));
    const auto after = TRY(case_after(act));
    return json_response(after, 201);
}

Result<Response> accept_repair(const Request& request, Context& context) {
    const auto acceptance = TRY(read_acceptance(request));
    return perform_step(request, context, [&](const auto& occasion, const auto& repair) {
        return repair::accept_application(occasion, repair.subject_key, repair.case_id, acceptance);
    });
}

Result<Response> extend_repair(const Request& request, Context& context) {
    const auto reason = TRY(read_extension(request));
    return perform_step(request, context, [&](const auto& occasion, const auto& repair) {
        return repair::extend_result(occasion, repair.subject_key, repair.case_id, reason);
    });
}

Result<Response> decide_repair(const Request& request, Context& context) {
    const auto decision = TRY(read_repair_decision(request));
    TRY(settle_ahead(context));
    return perform_step(
        request, context, [&](const auto& occasion, const auto& repair) -> Result<ledger::Draft> {
            const auto looked = TRY(who_looked(context, occasion, repair, decision.orders));
            return repair::decide_repair(occasion, repair.subject_key, repair.case_id, decision,
                                         looked);
        });
}

Result<Response> reevaluate_repair(const Request& request, Context& context) {
    const auto evaluation = TRY(read_reevaluation(request));
    TRY(settle_ahead(context));
    return perform_step(request, context,
                        [&](const auto& occasion, const auto& repair) -> Result<ledger::Draft> {
                            const auto looked = TRY(who_looked(context, occasion, repair));
                            return repair::reevaluate(occasion, repair.subject_key, repair.case_id,
                                                      evaluation, looked);
                        });
}

Result<Response> revoke_repair(const Request& request, Context& context) {
    const auto revocation = TRY(read_revocation(request));
    TRY(settle_ahead(context));
    return perform_step(request, context,
                        [&](const auto& occasion, const auto& repair) -> Result<ledger::Draft> {
                            const auto looked = TRY(who_looked(context, occasion, repair));
                            return repair::revoke_repair(occasion, repair.subject_key,
                                                         repair.case_id, revocation, looked);
                        });
}

Result<Response> offer_objection(const Request& request, Context& context) {
    const auto offer = TRY(read_objection_offer(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const auto& repair) {
        return desk::offer_objection(occasion, repair.subject_key, repair.case_id, offer);
    });
}

Result<Response> withdraw_repair(const Request& request, Context& context) {
    std::optional<repair::Authorisation> authorisation;
    if (!request.body.empty()) authorisation = TRY(read_withdrawal(request));
    return perform_step(request, context, [&](const auto& occasion, const auto& repair) {
        return repair::withdraw_application(occasion, repair.subject_key, repair.case_id,
                                            authorisation);
    });
}

Result<Response> open_sealed(const Request& request, Context& context) {
    const auto opening = TRY(read_opening(request));
    const auto repair = TRY(find_case(context, request.path_values.front()));
    // The act is on record before the content leaves.
    const auto act = TRY(context.desk.perform(
        caller_of(request), repair.subject_key, [&](const access::Occasion& occasion) {
            return repair::open_sealed(occasion, repair.subject_key, repair.case_id, opening);
        }));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto content = TRY(repair::sealed_content(*lease, repair.subject_key, repair.case_id));
    const JsonObject answer{
        {"act", act.id}, {"case", repair.case_id}, {"sealed", std::move(content)}};
    return json_response(answer);
}

// The subject reads its own; staff what their authority decides; others are not told that it is.
bool may_read(const access::Principal& caller, const repair::RepairCase& repair,
              const Context& context) {
    if (caller.role == access::Role::Subject) return caller.subject_key == repair.subject_key;
    if (caller.role == access::Role::CreditOffice) return true;
    return context.desk.catalogue().authorities.succeeds(caller.authority, repair.authority);
}

// The subject is not told by its case of a look-up that is withheld from it.
HiddenHolder hidden_from(const Request& request, Context& context, sql::Session& session,
                         const repair::RepairCase& repair) {
    if (request.caller.role != access::Role::Subject) return {};
    return [&](const std::string& code) -> Result<bool> {
        const auto sought = TRY(sought_by(request, context));
        const auto lookups = TRY(lookups::lease_settled(context.lookup_pools));
        const auto ids = TRY(lists::one_item(session, repair.subject_key, repair.item_id));
        lookups::SubjectView view(session, *lookups, day_of(request.received_at));
        return view.is_kept_from(sought, code, ids);
    };
}

Result<Response> read_repair(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_repair", request.caller.authority));
    const auto repair = TRY(find_case(context, request.path_values.front()));
    if (!may_read(request.caller, repair, context)) {
        return fail(ErrorCode::NotFound, "repair.no_such_case");
    }
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto answer = TRY(case_with_steps(*lease, repair, day_of(request.received_at),
                                      hidden_from(request, context, *lease, repair)));
    answer["evidence"] = TRY(told_evidence(*lease, repair.subject_key, "repair", repair.case_id));
    return json_response(answer);
}

Result<std::vector<repair::RepairCase>> cases_for(const access::Principal& caller,
                                                  const catalogue::Catalogue& catalogue,
                                                  sql::Session& session) {
    repair::RepairRegister repair_register(session);
    if (caller.role == access::Role::Subject) return repair_register.of_subject(caller.subject_key);
    return waiting_at(
        catalogue.authorities, caller.authority,
        [&](std::string_view code) { return repair_register.open_at(code, cases_shown); },
        &repair::RepairCase::case_id);
}

Result<Response> read_repairs(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_repairs", request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto cases = TRY(cases_for(request.caller, context.desk.catalogue(), *lease));
    JsonArray told;
    for (const auto& repair : cases) {
        told.push_back(TRY(case_answer(*lease, repair, day_of(request.received_at),
                                       hidden_from(request, context, *lease, repair))));
    }
    return json_response({{"items", std::move(told)}});
}

Result<std::vector<repair::Outlook>> outlooks_for(const Request& request, Context& context,
                                                  Date on) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    return repair::outlooks_of({.session = *lease,
                                .law = context.desk.law(),
                                .catalogue = context.desk.catalogue(),
                                .day = day_of(request.received_at)},
                               request.caller.subject_key, on);
}

Result<Response> read_repair_outlook(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_repair_outlook", request.caller.authority));
    const Date today = day_of(request.received_at);
    Date on = today;
    if (const auto asked = request.parameter("on"); !asked.empty()) {
        on = TRY(calendar::parse_typed_date(asked));
    }
    const auto outlooks = TRY(outlooks_for(request, context, on));
    return json_response(outlook_answer(
        outlooks, {.law = context.desk.law(), .words = context.words, .today = today, .on = on}));
}

Result<Response> read_repair_calendar(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_repair_calendar", request.caller.authority));
    const auto outlooks = TRY(outlooks_for(request, context, day_of(request.received_at)));
    Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.headers.push_back({"Content-Disposition", "attachment; filename=\"repair.ics\""});
    response.body = repair::calendar_file(outlooks, request.received_at);
    return response;
}

Operation reading(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .path = path, .handler = handler};
}

Operation outlook_reading() {
    auto operation = reading("read_repair_outlook", "/v1/account/repair", read_repair_outlook);
    operation.query = {"on"};
    return operation;
}

}  // namespace

std::span<const Operation> repair_operations() {
    static const std::array operations{
        step("apply_for_repair", "/v1/repairs", BodyKind::Json, apply_for_repair),
        reading("read_repairs", "/v1/repairs", read_repairs),
        reading("read_repair", "/v1/repairs/{case}", read_repair),
        step("accept_repair", "/v1/repairs/{case}/acceptance", BodyKind::Json, accept_repair),
        step("extend_repair", "/v1/repairs/{case}/extension", BodyKind::Json, extend_repair),
        step("decide_repair", "/v1/repairs/{case}/decision", BodyKind::Json, decide_repair),
        step("reevaluate_repair", "/v1/repairs/{case}/evaluation", BodyKind::Json,
             reevaluate_repair),
        step("revoke_repair", "/v1/repairs/{case}/revocation", BodyKind::Json, revoke_repair),
        step("withdraw_repair", "/v1/repairs/{case}/withdrawal", BodyKind::OptionalJson,
             withdraw_repair),
        step("offer_objection", "/v1/repairs/{case}/objection-offer", BodyKind::Json,
             offer_objection),
        step("open_sealed", "/v1/repairs/{case}/opening", BodyKind::Json, open_sealed),
        outlook_reading(),
        reading("read_repair_calendar", "/v1/account/repair.ics", read_repair_calendar),
    };
    return operations;
}

}  // namespace credit::http
