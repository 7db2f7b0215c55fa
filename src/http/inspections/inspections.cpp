#include "http/inspections/inspections.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_json.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/inspections/looked_at.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "inspections/draw.h"
#include "inspections/fix_plan.h"
#include "inspections/inspection_plan.h"
#include "inspections/plan_register.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using inspections::InspectionPlan;

Result<inspections::Shares> read_shares(const JsonObject& body) {
    const auto* const object = TRY(read_object(body, "shares"));
    TRY(refuse_unknown(*object, {"lighter", "usual", "closer"}));
    return inspections::read_shares(*object);
}

Result<std::vector<inspections::Reduction>> read_reductions(const JsonObject& body, Date day) {
    std::vector<inspections::Reduction> reductions;
    if (!body.contains("reductions")) return reductions;
    for (const auto& each : *TRY(read_array(body, "reductions"))) {
        if (!each.is_object()) {
            return fail(ErrorCode::InvalidInput, "json.wrong_type", {"reductions"});
        }
        const auto& object = each.get_object();
        TRY(refuse_unknown(object, {"category", "result", "article"}));
        reductions.push_back({.category = TRY(read_text(object, "category")),
                              .result = TRY(read_free_text(object, "result", day)),
                              .article = TRY(read_text(object, "article"))});
    }
    return reductions;
}

struct Asked {
    LookReason reason;
    inspections::PlanProposal proposal;
};

Result<Asked> read_asked(const Request& request, const Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"ground", "case", "officer", "from_on", "through_on",
                                              "shares", "reductions", "organisations"}));
    const auto* const given = TRY(read_array(body, "organisations"));
    Asked asked{.reason = {.ground = TRY(read_text(body, "ground")),
                           .case_number = TRY(read_free_text(body, "case", day)),
                           .officer = TRY(read_free_text(body, "officer", day))},
                .proposal = {.from_on = TRY(calendar::read_typed_date(body, "from_on")),
                             .through_on = TRY(calendar::read_typed_date(body, "through_on")),
                             .shares = TRY(read_shares(body)),
                             .reductions = TRY(read_reductions(body, day)),
                             .organisations = TRY(organisations_in(*given, request, context))}};
    asked.proposal.case_number = asked.reason.case_number;
    return asked;
}

// Without its organisations.
JsonObject summary_of(const InspectionPlan& plan) {
    auto object = inspections::to_json(plan);
    for (const auto* member : {"home", "organisations", "draw", "seed"}) object.erase(member);
    object["organisations"] = plan.organisations.size();
    object["digest"] = inspections::digest_of(plan);
    object["drawn"] = plan.is_drawn();
    if (plan.is_drawn()) object["seed"] = plan.seed;
    return object;
}

Result<InspectionPlan> plan_after(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "plan"));
    return inspections::read_plan(*object);
}

Result<JsonArray> told_rows(const InspectionPlan& plan, const LookedAt& looked) {
    JsonArray rows;
    rows.reserve(looked.standings().size());
    for (std::size_t at = 0; at < looked.standings().size(); ++at) {
        auto row = TRY(told_of(looked.standings()[at]));
        const auto placed = plan.is_drawn() ? plan.draw.at(at)
                                            : inspections::group_of(plan, looked.standings()[at]);
        row["group"] = inspections::name_of(placed.group);
        if (plan.is_drawn()) row["drawn"] = placed.drawn;
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<Response> fix_inspection_plan(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "fix_inspection_plan", request.caller.authority,
                          "inspection"));
    const auto asked = TRY(read_asked(request, context));
    const auto act =
        TRY(context.desk.perform(caller_of(request), inspections::home_of(request.caller.authority),
                                 [&](const access::Occasion& occasion) {
                                     return inspections::fix_plan(occasion, asked.proposal);
                                 }));
    const auto plan = TRY(plan_after(act));
    const auto looked = TRY(LookedAt::look(request, context, asked.reason, plan.organisations));
    auto answer = summary_of(plan);
    answer["act"] = act.id;
    answer["receipt"] = TRY(looked.record(request, context, asked.reason));
    answer["rows"] = TRY(told_rows(plan, looked));
    return created(answer, "/v1/inspections/" + plan.plan_id);
}

Result<InspectionPlan> find_plan(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    return inspections::PlanRegister(*lease).find(inspections::home_of(request.caller.authority),
                                                  request.path_values.front());
}

// As it was drawn, when the request comes again.
Result<Response> draw_inspections(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "draw_inspections", request.caller.authority,
                          "inspection"));
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"ground", "officer"}));
    const auto fixed = TRY(find_plan(request, context));
    const LookReason reason{.ground = TRY(read_text(body, "ground")),
                            .case_number = fixed.case_number,
                            .officer = TRY(read_free_text(body, "officer", day))};
    const auto looked = TRY(LookedAt::look(request, context, reason, fixed.organisations));
    const auto act = TRY(context.desk.perform(
        caller_of(request), fixed.home_key, [&](const access::Occasion& occasion) {
            return inspections::draw_plan(occasion, fixed.plan_id, looked.standings());
        }));
    const auto plan = TRY(plan_after(act));
    auto answer = summary_of(plan);
    answer["act"] = act.id;
    answer["receipt"] = TRY(looked.record(request, context, reason));
    answer["rows"] = TRY(told_rows(plan, looked));
    return json_response(answer);
}

Result<Response> read_inspection_plans(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_inspection_plans", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto plans = TRY(inspections::PlanRegister(*lease).of_home(
        inspections::home_of(request.caller.authority), page.after,
        static_cast<std::int64_t>(page.limit) + 1));
    const bool more = plans.size() > page.limit;
    if (more) plans.resize(page.limit);
    JsonArray items;
    for (const auto& plan : plans) items.push_back(summary_of(plan));
    return page_response(std::move(items), plans.empty() ? "" : plans.back().plan_id, more);
}

// Who is to be inspected, without why: what was in force on the day of the draw may be over.
Result<Response> read_inspection_plan(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_inspection_plan", request.caller.authority));
    const auto plan = TRY(find_plan(request, context));
    auto answer = summary_of(plan);
    JsonArray named;
    JsonArray drawn;
    for (const auto& key : plan.organisations) named.emplace_back(key.substr(1));
    for (const auto& row : plan.draw) {
        if (row.drawn) drawn.emplace_back(row.subject_key.substr(1));
    }
    answer["named"] = std::move(named);
    answer["to_inspect"] = std::move(drawn);
    return json_response(answer);
}

}  // namespace

std::span<const Operation> inspection_operations() {
    static const std::array operations{
        Operation{.id = "read_inspection_plans",
                  .path = "/v1/inspections",
                  .pool = Pool::Heavy,
                  .query = {"cursor", "limit"},
                  .handler = read_inspection_plans},
        Operation{.id = "fix_inspection_plan",
                  .method = Method::Post,
                  .path = "/v1/inspections",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = fix_inspection_plan},
        Operation{.id = "read_inspection_plan",
                  .path = "/v1/inspections/{plan}",
                  .pool = Pool::Heavy,
                  .handler = read_inspection_plan},
        Operation{.id = "draw_inspections",
                  .method = Method::Post,
                  .path = "/v1/inspections/{plan}/draw",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = draw_inspections},
    };
    return operations;
}

}  // namespace credit::http
