#include "http/objections/objections.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/matters/application_objections.h"
#include "desk/matters/repair_objections.h"
#include "desk/matters/succession_objections.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/files/told_evidence.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/repair/repair_bodies.h"
#include "http/waiting.h"
#include "ledger/act.h"
#include "lookups/correction.h"
#include "objections/conclude_objection.h"
#include "objections/examine_objection.h"
#include "objections/file_objection.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "repair/holders.h"
#include "repair/repair_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// Without saying whose it is.
JsonObject shown(const objections::Objection& objection) {
    auto object = objections::to_json(objection);
    object.erase("subject");
    object["open"] = objections::is_open(objection.state);
    return object;
}

Result<JsonObject> objection_after(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "objection"));
    const auto objection = TRY(objections::read_objection(*object));
    auto answer = shown(objection);
    answer["act"] = act.id;
    return answer;
}

Result<Response> perform_step(const Request& request, Context& context, const DraftOn& draft) {
    const auto act =
        TRY(perform_on(request, context, home_in<objections::ObjectionRegister>, draft));
    const auto objection = TRY(objection_after(act));
    return json_response(objection);
}

Result<Response> file_objection(const Request& request, Context& context) {
    const auto filed =
        TRY(read_filing(request, context.desk.identifiers(), day_of(request.received_at)));
    const auto act = TRY(context.desk.perform(
        caller_of(request), filed.subject_key, [&](const access::Occasion& occasion) {
            return desk::file_objection(occasion, filed.subject_key, filed.filing);
        }));
    const auto objection = TRY(objection_after(act));
    return json_response(objection, 201);
}

// It stands in the place of an application for repair, from this moment.
Result<Response> consent_to_objection(const Request& request, Context& context) {
    const auto consent = TRY(read_consent_to_objection(request, day_of(request.received_at)));
    const auto act =
        TRY(perform_on(request, context, home_in<repair::RepairRegister>,
                       [&](const access::Occasion& occasion, auto subject, auto repair) {
                           return desk::consent_to_objection(occasion, subject, repair, consent);
                       }));
    const auto objection = TRY(objection_after(act));
    return json_response(objection, 201);
}

Result<Response> withdraw_objection(const Request& request, Context& context) {
    std::string authorisation;
    if (!request.body.empty()) authorisation = TRY(read_words(request, "authorisation"));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto objection) {
        return objections::withdraw_objection(occasion, subject, objection, authorisation);
    });
}

Result<Response> forward_objection(const Request& request, Context& context) {
    return perform_step(request, context, [](const auto& occasion, auto subject, auto objection) {
        return objections::forward_objection(occasion, subject, objection);
    });
}

Result<Response> extend_objection(const Request& request, Context& context) {
    const auto reason = TRY(read_words(request, "reason"));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto objection) {
        return objections::extend_objection(occasion, subject, objection, reason);
    });
}

Result<Response> refuse_objection(const Request& request, Context& context) {
    const auto repetition = TRY(read_repetition(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto objection) {
        return objections::refuse_objection(occasion, subject, objection, repetition);
    });
}

Result<objections::Objection> find_objection(Context& context, const std::string& objection_id) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    objections::ObjectionRegister objections(*lease);
    const auto subject_key = TRY(objections.home_of(objection_id));
    return objections.find(subject_key, objection_id);
}

Result<lookups::Reached> reached_by_item(Context& context, sql::Session& session,
                                         const objections::Objection& objection,
                                         std::string_view effect, Date day) {
    const auto& item = objection.item_id.empty() ? objection.about_id : objection.item_id;
    const bool falls = effect == "withdrawn" || effect == "reopened";
    desk::ReachingItem reaching{.subject_key = objection.subject_key,
                                .id = item,
                                .day = day,
                                .reach = falls ? desk::Reach::ItemAndItsOrders : desk::Reach::Item};
    if (objection.about == objections::About::Repair) {
        const auto repair =
            TRY(repair::RepairRegister(session).find(objection.subject_key, objection.about_id));
        reaching.orders = TRY(repair::orders_going_with(session, repair, {}));
    }
    return reached_by(context, session, reaching);
}

// A succession falls under each of its sides at once. Answered with the objection, whichever of the
// acts stands first.
Result<Response> conclude_at_each(const Request& request, Context& context,
                                  const objections::Objection& objection,
                                  std::vector<desk::Work> works) {
    std::ranges::sort(works, {}, &desk::Work::home_key);
    const auto act = TRY(context.desk.perform_at_each(caller_of(request), works));
    const auto after = TRY(find_objection(context, objection.objection_id));
    auto answer = shown(after);
    answer["act"] = act.id;
    return json_response(answer);
}

Result<Response> conclude_objection(const Request& request, Context& context) {
    auto conclusion = TRY(read_conclusion(request, day_of(request.received_at)));
    const auto objection = TRY(find_objection(context, request.path_values.front()));
    std::vector<desk::Work> works;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        conclusion.reached = TRY(reached_by_item(
            context, *lease, objection, conclusion.correction.effect, day_of(request.received_at)));
        works = TRY(desk::annulments_at_others(*lease, objection, conclusion));
    }
    const auto looked = holders_in(conclusion.reached);
    works.push_back(
        {.home_key = objection.subject_key, .decide = [&](const access::Occasion& occasion) {
             return desk::conclude_objection(occasion, objection.subject_key,
                                             objection.objection_id, conclusion, looked);
         }});
    return conclude_at_each(request, context, objection, std::move(works));
}

// Its own for a subject; for an authority those that it must answer; for the register those that
// were not passed on.
Result<std::vector<objections::Objection>> waiting_for(const access::Principal& caller,
                                                       const catalogue::Catalogue& catalogue,
                                                       sql::Session& session,
                                                       const PageRequest& page) {
    objections::ObjectionRegister objections(session);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    if (caller.role == access::Role::CreditOffice) {
        return objections.open_at_register(page.after, limit);
    }
    if (caller.role != access::Role::Subject) {
        return waiting_at(
            catalogue.authorities, caller.authority,
            [&](std::string_view code) { return objections.open_at(code, page.after, limit); },
            &objections::Objection::objection_id);
    }
    auto own = TRY(objections.of_subject(caller.subject_key));
    std::erase_if(own, [&](const auto& each) { return each.objection_id <= page.after; });
    return own;
}

Result<Response> read_objections(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_objections", {}));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto objections = TRY(waiting_for(request.caller, context.desk.catalogue(), *lease, page));
    const bool more = objections.size() > page.limit;
    if (more) objections.resize(page.limit);
    JsonArray items;
    for (const auto& objection : objections) items.push_back(shown(objection));
    return page_response(std::move(items), objections.empty() ? "" : objections.back().objection_id,
                         more);
}

bool may_read(const access::Principal& caller, const catalogue::Catalogue& catalogue,
              const objections::Objection& objection) {
    if (caller.role == access::Role::Subject) return caller.subject_key == objection.subject_key;
    return caller.role == access::Role::CreditOffice ||
           catalogue.authorities.succeeds(caller.authority, objection.source);
}

Result<Response> read_objection(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_objection", {}));
    const auto& objection_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    objections::ObjectionRegister objections(*lease);
    const auto subject_key = TRY(objections.home_of(objection_id));
    const auto objection = TRY(objections.find(subject_key, objection_id));
    if (!may_read(request.caller, context.desk.catalogue(), objection)) {
        return fail(ErrorCode::NotFound, "objections.no_such_objection");
    }
    auto answer = shown(objection);
    answer["evidence"] = TRY(told_evidence(*lease, subject_key, "objection", objection_id));
    return json_response(answer);
}

}  // namespace

std::span<const Operation> objection_operations() {
    static const std::array operations{
        step("file_objection", "/v1/objections", BodyKind::Json, file_objection),
        step("consent_to_objection", "/v1/repairs/{case}/objection", BodyKind::OptionalJson,
             consent_to_objection),
        step("withdraw_objection", "/v1/objections/{objection}/withdrawal", BodyKind::OptionalJson,
             withdraw_objection),
        step("forward_objection", "/v1/objections/{objection}/forwarding", BodyKind::None,
             forward_objection),
        step("extend_objection", "/v1/objections/{objection}/extension", BodyKind::Json,
             extend_objection),
        step("refuse_objection", "/v1/objections/{objection}/refusal", BodyKind::Json,
             refuse_objection),
        step("conclude_objection", "/v1/objections/{objection}/conclusion", BodyKind::Json,
             conclude_objection),
        Operation{.id = "read_objections",
                  .path = "/v1/objections",
                  .query = {"cursor", "limit"},
                  .handler = read_objections},
        Operation{.id = "read_objection",
                  .path = "/v1/objections/{objection}",
                  .handler = read_objection},
    };
    return operations;
}

}  // namespace credit::http
