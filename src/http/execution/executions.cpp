#include "http/execution/executions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "desk/desk.h"
#include "desk/lookups/open_executions.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/record_outcome.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/execution/execution_bodies.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Reading reading_of(const Request& request, Context& context, sql::Session& session) {
    return {.session = session,
            .catalogue = context.desk.catalogue(),
            .caller = request.caller,
            .day = day_of(request.received_at)};
}

Result<std::string> find_home(Context& context, const std::string& execution_id) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    return execution::ExecutionRegister(*lease).home_of(execution_id);
}

// Its subject. What the register has not opened yet is opened now.
Result<std::string> home_of(const Request& request, Context& context,
                            const std::string& execution_id) {
    auto home = find_home(context, execution_id);
    if (home || home.error().code != ErrorCode::NotFound) return home;
    auto looked = TRY(lookups::lease_settled(context.lookup_pools));
    const auto kept =
        lookups::LookupRegister(*looked).find_of_authority(request.caller.authority, execution_id);
    if (!kept) return home;
    TRY(desk::open_execution_now(context.desk, request.received_at, kept->lookup));
    return kept->lookup.subject_key;
}

Result<Response> answer_after(const Request& request, Context& context, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "execution"));
    const auto after = TRY(execution::read_execution(*object));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto answer = TRY(shown_to(reading_of(request, context, *lease), after));
    answer["act"] = act.id;
    return json_response(answer);
}

// What an officer says twice, under whatever key, was done once: it is answered as it stands.
Result<Response> repeated(const Request& request, Context& context,
                          const execution::Answers& answers, const Error& refused) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    execution::ExecutionRegister executions(*lease);
    const auto& execution_id = request.path_values.front();
    const auto home = TRY(executions.home_of(execution_id));
    auto standing = TRY(executions.find(home, execution_id));
    const auto side = side_of(request.caller, context.desk.catalogue(), standing);
    if (side != ExecutionSide::Answering ||
        !execution::says_again(standing, answers, day_of(request.received_at))) {
        return std::unexpected(refused);
    }
    const auto answer = TRY(shown_to(reading_of(request, context, *lease), standing));
    return json_response(answer);
}

bool is_answered_already(const Error& error) {
    return error.code == ErrorCode::Refused &&
           std::ranges::any_of(error.grounds, [](const Ground& ground) {
               return ground.word == "execution.answered_already";
           });
}

Result<Response> record_outcome(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "record_outcome", request.caller.authority));
    const auto answers = TRY(read_answers(request, day_of(request.received_at)));
    const auto& execution_id = request.path_values.front();
    const auto home = TRY(home_of(request, context, execution_id));
    const auto act =
        context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return execution::record_outcome(
                occasion, {.subject_key = home, .execution_id = execution_id}, answers);
        });
    if (act) return answer_after(request, context, *act);
    if (is_answered_already(act.error())) return repeated(request, context, answers, act.error());
    return std::unexpected(act.error());
}

Result<Response> correct_outcome(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "correct_outcome", request.caller.authority));
    const auto correction = TRY(read_correction(request, day_of(request.received_at)));
    const auto& execution_id = request.path_values.front();
    const auto home = TRY(find_home(context, execution_id));
    const auto act =
        TRY(context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return execution::correct_outcome(occasion,
                                              {.subject_key = home, .execution_id = execution_id},
                                              correction.answers, correction.reasons);
        }));
    return answer_after(request, context, act);
}

Result<Response> accept_task(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "accept_task", request.caller.authority));
    const auto& execution_id = request.path_values.front();
    const auto home = TRY(find_home(context, execution_id));
    const auto act =
        TRY(context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return execution::accept_task(occasion,
                                          {.subject_key = home, .execution_id = execution_id});
        }));
    return answer_after(request, context, act);
}

// Its own, and those of whoever it took over from.
Result<std::vector<execution::Execution>> open_at(const Request& request, Context& context,
                                                  sql::Session& session, const PageRequest& page) {
    execution::ExecutionRegister executions(session);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    return waiting_at(
        context.desk.catalogue().authorities, request.caller.authority,
        [&](std::string_view code) { return executions.open_at(code, page.after, limit); },
        &execution::Execution::execution_id);
}

Result<Response> read_executions(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_executions", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto open = TRY(open_at(request, context, *lease, page));
    const bool more = open.size() > page.limit;
    if (more) open.resize(page.limit);
    JsonArray items;
    for (const auto& each : open) {
        items.push_back(TRY(shown_to(reading_of(request, context, *lease), each)));
    }
    return page_response(std::move(items), open.empty() ? "" : open.back().execution_id, more);
}

Result<Response> read_execution(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_execution", {}));
    const auto& execution_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    execution::ExecutionRegister executions(*lease);
    const auto home = TRY(executions.home_of(execution_id));
    const auto execution = TRY(executions.find(home, execution_id));
    if (side_of(request.caller, context.desk.catalogue(), execution) == ExecutionSide::None) {
        return fail(ErrorCode::NotFound, "execution.no_such_execution");
    }
    const auto answer = TRY(shown_to(reading_of(request, context, *lease), execution));
    return json_response(answer);
}

}  // namespace

std::span<const Operation> execution_operations() {
    static const std::array operations{
        Operation{.id = "read_executions",
                  .path = "/v1/executions",
                  .query = {"cursor", "limit"},
                  .handler = read_executions},
        Operation{.id = "read_execution",
                  .path = "/v1/executions/{execution}",
                  .handler = read_execution},
        Operation{.id = "accept_task",
                  .method = Method::Post,
                  .path = "/v1/executions/{execution}/acceptance",
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = accept_task},
        Operation{.id = "record_outcome",
                  .method = Method::Post,
                  .path = "/v1/executions/{execution}/outcome",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = record_outcome},
        Operation{.id = "correct_outcome",
                  .method = Method::Post,
                  .path = "/v1/executions/{execution}/correction",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = correct_outcome},
    };
    return operations;
}

}  // namespace credit::http
