#include "http/coverage/cases.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "coverage/coverage_register.h"
#include "coverage/report_cases.h"
#include "coverage/reported_case.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/coverage/case_rows.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr int days_shown = 30;

Result<Response> report(const Request& request, Context& context, const coverage::Report& given) {
    const auto act = context.desk.perform(
        caller_of(request), "A" + request.caller.authority,
        [&](const access::Occasion& occasion) { return coverage::report_cases(occasion, given); });
    if (!act) {
        const auto& grounds = act.error().grounds;
        const bool stands = grounds.size() == 1 && grounds.front().word == "coverage.nothing_new";
        if (!stands) return std::unexpected(act.error());
        return json_response({{"taken", 0},
                              {"unchanged", given.cases.size() + given.counts.size()},
                              {"refused", JsonArray{}}});
    }
    const auto body = TRY(parse_object(act->body));
    return json_response(
        {{"act", act->id},
         {"taken", body.at("cases").as_array().size() + body.at("counts").as_array().size()},
         {"unchanged", body.at("unchanged")},
         {"refused", body.at("refused")}},
        201);
}

Result<Response> report_cases(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "report_cases", request.caller.authority));
    const auto given = TRY(read_report(request, context));
    return report(request, context, given);
}

Result<Response> report_case_table(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "report_case_table", request.caller.authority));
    const auto given = TRY(read_report_table(request, context));
    return report(request, context, given);
}

bool supervises(const Request& request) {
    return request.caller.role == access::Role::CreditOffice;
}

// To supervision of all, to others of their own.
std::string of_whom(const Request& request) {
    return supervises(request) ? std::string() : request.caller.authority;
}

Result<coverage::Within> read_within(const Request& request) {
    const Date today = day_of(request.received_at);
    coverage::Within within{.from = today - std::chrono::days{days_shown},
                            .through = today,
                            .authority = of_whom(request)};
    const auto from = request.parameter("from");
    const auto through = request.parameter("through");
    if (!from.empty()) within.from = TRY(calendar::parse_date(from));
    if (!through.empty()) within.through = TRY(calendar::parse_date(through));
    return within;
}

Result<Response> read_coverage(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_coverage", {}));
    const auto within = TRY(read_within(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    for (const auto& [place, covered] : TRY(coverage::CoverageRegister(*lease).covered(within))) {
        items.push_back(JsonObject{{"authority", place.first},
                                   {"matter", place.second},
                                   {"checked", covered.checked},
                                   {"late", covered.late},
                                   {"missing", covered.missing},
                                   {"not_needed", covered.not_needed},
                                   {"counted", covered.counted},
                                   {"looked_up", covered.looked_up}});
    }
    return json_response({{"from", calendar::to_text(within.from)},
                          {"through", calendar::to_text(within.through)},
                          {"items", std::move(items)}});
}

// Never whose it is: an authority knows its cases by their numbers.
JsonObject shown(const coverage::Kept& kept, bool with_case) {
    JsonObject object{{"id", kept.reported.case_id},
                      {"authority", kept.authority},
                      {"matter", kept.reported.matter},
                      {"decided_on", calendar::to_text(kept.reported.decided_on)},
                      {"state", coverage::name_of(kept.reported.state)}};
    if (!with_case) return object;
    object["case"] = kept.reported.case_number;
    object["category"] = kept.reported.category;
    if (kept.reported.looked_on) {
        object["looked_on"] = calendar::to_text(*kept.reported.looked_on);
        object["receipt"] = kept.reported.lookup_id;
    }
    return object;
}

Result<Response> read_unchecked(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_unchecked", {}));
    const auto page = TRY(read_page(request));
    const auto authority = of_whom(request);
    const bool audits = request.caller.role == access::Role::Auditor;
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto cases = TRY(coverage::CoverageRegister(*lease).unchecked(
        {.authority = authority,
         .after = page.after,
         .limit = static_cast<std::int64_t>(page.limit) + 1,
         .whose = audits ? coverage::Whose::Everybody : coverage::Whose::Organisations}));
    const bool more = cases.size() > page.limit;
    if (more) cases.resize(page.limit);
    JsonArray items;
    for (const auto& each : cases) items.push_back(shown(each, !supervises(request)));
    return page_response(std::move(items), cases.empty() ? "" : cases.back().reported.case_id,
                         more);
}

}  // namespace

std::span<const Operation> coverage_operations() {
    static const std::array operations{
        Operation{.id = "report_cases",
                  .method = Method::Post,
                  .path = "/v1/cases",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = report_cases},
        Operation{.id = "report_case_table",
                  .method = Method::Post,
                  .path = "/v1/cases/table",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = table_bytes_max,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = report_case_table},
        Operation{.id = "read_unchecked",
                  .path = "/v1/cases/unchecked",
                  .query = {"cursor", "limit"},
                  .handler = read_unchecked},
        Operation{.id = "read_coverage",
                  .path = "/v1/coverage",
                  .query = {"from", "through"},
                  .handler = read_coverage},
    };
    return operations;
}

}  // namespace credit::http
