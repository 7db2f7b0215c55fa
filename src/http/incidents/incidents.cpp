#include "http/incidents/incidents.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/incidents/told_incident.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "incidents/handle_incident.h"
#include "incidents/incident.h"
#include "incidents/incident_register.h"
#include "incidents/step.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using incidents::Which;

Result<Response> answer_of(const ledger::Act& act, int status) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "incident"));
    const auto incident = TRY(incidents::read_incident(*object));
    auto answer = told(incident);
    answer["act"] = act.id;
    return json_response(answer, status);
}

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&, const Which&)>;

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const auto act = TRY(perform_on(
        request, context, home_in<incidents::IncidentRegister>,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return draft(occasion, {.home_key = home, .incident_id = id});
        }));
    return answer_of(act, 200);
}

Result<incidents::Account> account_in(const JsonObject& body, Date day) {
    incidents::Account account;
    account.kinds = TRY(read_texts(body, "kinds"));
    account.cause = TRY(read_free_text(body, "cause", day));
    account.harm = TRY(read_free_text(body, "harm", day));
    account.steps = TRY(read_free_text(body, "steps", day));
    account.protection = TRY(read_free_text(body, "protection", day));
    account.contact = TRY(read_free_text(body, "contact", day));
    return account;
}

Result<Response> open_incident(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(
        request, {"kinds", "cause", "harm", "steps", "protection", "contact", "discovered_on"}));
    const auto account = TRY(account_in(body, day));
    const auto discovered_on = TRY(calendar::read_typed_date(body, "discovered_on"));
    const auto act = TRY(context.desk.perform(
        caller_of(request), incidents::home_of_authority(request.caller.authority),
        [&](const access::Occasion& occasion) {
            return incidents::open_incident(occasion, account, discovered_on);
        }));
    return answer_of(act, 201);
}

Result<Response> supplement_incident(const Request& request, Context& context) {
    const auto body =
        TRY(read_body(request, {"kinds", "cause", "harm", "steps", "protection", "contact"}));
    const auto account = TRY(account_in(body, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return incidents::supplement_incident(occasion, which, account);
    });
}

Result<Response> report_incident(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"department", "document_number"}));
    const auto department = TRY(read_text(body, "department"));
    const auto document = TRY(read_free_text(body, "document_number", day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return incidents::report_incident(occasion, which, department, document);
    });
}

Result<Response> except_telling(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"measures", "reasons"}));
    const auto measures = TRY(read_free_text(body, "measures", day));
    const auto reasons = TRY(read_free_text(body, "reasons", day));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return incidents::except_telling(occasion, which, measures, reasons);
    });
}

Result<Response> order_telling(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"document_number", "reasons"}));
    const auto document = TRY(read_free_text(body, "document_number", day));
    const auto reasons = TRY(read_free_text(body, "reasons", day));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return incidents::order_telling(occasion, which, document, reasons);
    });
}

Result<Response> complete_telling(const Request& request, Context& context) {
    return perform_step(request, context, incidents::complete_telling);
}

Result<Response> close_incident(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"document_number", "lessons"}));
    const auto document = TRY(read_free_text(body, "document_number", day));
    const auto lessons = TRY(read_free_text(body, "lessons", day));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return incidents::close_incident(occasion, which, document, lessons);
    });
}

// Those that the caller's authority, or one whose work it took over, opened, and those that were
// reported to it.
Result<Response> read_incidents(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_incidents", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    incidents::IncidentRegister incidents(*lease);
    const auto of = [&](std::string_view code) {
        return incidents.of_authority(code, page.after, static_cast<std::int64_t>(page.limit) + 1);
    };
    auto found = TRY(waiting_at(context.desk.catalogue().authorities, request.caller.authority, of,
                                &incidents::Incident::incident_id, std::ranges::greater{}));
    // One took over from who opened it and from whom it was reported to.
    const auto twice = std::ranges::unique(found, {}, &incidents::Incident::incident_id);
    found.erase(twice.begin(), twice.end());
    const bool more = found.size() > page.limit;
    if (more) found.resize(page.limit);
    JsonArray items;
    for (const auto& incident : found) items.push_back(told(incident));
    return page_response(std::move(items), found.empty() ? "" : found.back().incident_id, more);
}

// personal-information-protection-law-2021 art. 44: the subject knows what became of what is held
// on it.
Result<Response> read_own_incidents(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_own_incidents", request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    incidents::IncidentRegister incidents(reading.session());
    JsonArray items;
    for (const auto& concern : TRY(incidents.concerns_of(request.caller.subject_key))) {
        const auto incident = TRY(incidents.find(concern.home_key, concern.incident_id));
        items.push_back(told_to_subject(incident, concern));
    }
    return json_response({{"items", std::move(items)}});
}

}  // namespace

std::span<const Operation> incident_operations() {
    using enum BodyKind;
    static const std::array operations{
        step("open_incident", "/v1/incidents", Json, open_incident),
        step("supplement_incident", "/v1/incidents/{incident}/supplement", Json,
             supplement_incident),
        step("report_incident", "/v1/incidents/{incident}/report", Json, report_incident),
        step("except_telling", "/v1/incidents/{incident}/exception", Json, except_telling),
        step("order_telling", "/v1/incidents/{incident}/order", Json, order_telling),
        step("complete_telling", "/v1/incidents/{incident}/completion", None, complete_telling),
        step("close_incident", "/v1/incidents/{incident}/closing", Json, close_incident),
        Operation{.id = "read_incidents",
                  .path = "/v1/incidents",
                  .query = {"cursor", "limit"},
                  .handler = read_incidents},
        Operation{.id = "read_own_incidents",
                  .path = "/v1/account/incidents",
                  .handler = read_own_incidents},
    };
    return operations;
}

}  // namespace credit::http
