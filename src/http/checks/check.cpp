#include "http/checks/check.h"

#include <array>
#include <boost/json.hpp>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "checks/counter.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/checks/question.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/reply.h"
#include "http/subjects/asked_subject.h"
#include "lookups/blocks/lookup_writer.h"

namespace credit::http {
namespace {

void ask(Context& context, Reply reply, lookups::Entry& entry);

// On the writer's thread: the look-up is durable, or the answer does not leave. If an act changed
// the subject meanwhile, the question is answered anew, and that look-up is recorded too.
void recorded(lookups::Entry& entry, const Result<void>& outcome) {
    auto& context = *static_cast<Context*>(entry.context);
    Reply reply(*static_cast<Exchange*>(entry.owner));
    if (outcome && !context.counter.still_holds(entry)) {
        ask(context, std::move(reply), entry);
        return;
    }
    context.lookups.release(entry);
    if (outcome) {
        std::move(reply).send();
    } else {
        std::move(reply).send_error(outcome.error());
    }
}

Result<void> answer(Context& context, const Request& request, Response& response,
                    lookups::Entry& entry) {
    std::array<std::byte, question_memory> memory;
    const auto question = TRY(read_question(request.body, memory));
    TRY(access::authorise(request.caller, "check", request.caller.authority, question.purpose));
    const auto subject = TRY(asked_subject(context, question.identifier,
                                           day_of(request.received_at), "checks.alias_unknown"));
    response.body.clear();
    return context.counter.answer({.subject = subject,
                                   .name = question.name,
                                   .why = {.principal = request.caller,
                                           .matter = question.matter,
                                           .purpose = question.purpose,
                                           .ground = question.ground,
                                           .case_number = question.case_number,
                                           .officer = question.officer,
                                           .asked_at = request.received_at,
                                           .eligibility = question.eligibility}},
                                  response.body, entry);
}

void ask(Context& context, Reply reply, lookups::Entry& entry) {
    const auto outcome = answer(context, reply.request(), reply.response(), entry);
    if (!outcome) {
        context.lookups.release(entry);
        std::move(reply).send_error(outcome.error());
        return;
    }
    entry.done = recorded;
    entry.context = &context;
    entry.owner = &std::move(reply).release();
    context.lookups.submit(entry);
}

void check(const Request& /*request*/, Context& context, Reply reply) {
    lookups::Entry* const entry = context.lookups.acquire();
    if (entry == nullptr) {
        std::move(reply).send_error(fail(ErrorCode::Unavailable, "lookups.too_many").error());
        return;
    }
    ask(context, std::move(reply), *entry);
}

}  // namespace

std::span<const Operation> check_operations() {
    static const std::array operations{Operation{.id = "check",
                                                 .method = Method::Post,
                                                 .path = "/v1/checks",
                                                 .pool = Pool::Check,
                                                 .body = BodyKind::Json,
                                                 .check_handler = check}};
    return operations;
}

}  // namespace credit::http
