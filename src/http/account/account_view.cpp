#include "http/account/account_view.h"

#include <array>
#include <span>

#include "access/permits.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/subject_answer.h"
#include "identity/subject_key.h"
#include "publicity/subject_view.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// sd-social-credit-regulation-2020 art. 37: the subject's own look-up is free, and is no look-up
// of anybody else.
Result<Response> read_account(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_account", {}));
    const Date day = day_of(request.received_at);
    const auto subject = TRY(identity::SubjectKey::parse(request.caller.subject_key));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto view = TRY(publicity::view_subject(
        *lease, context.desk.catalogue(), context.desk.law(),
        {.subject = subject, .viewer = publicity::Viewer::Subject, .day = day}));
    auto answer = subject_answer(view, day, false);
    answer["view"] = "subject";
    return json_response(answer);
}

}  // namespace

std::span<const Operation> account_view_operations() {
    static const std::array operations{
        Operation{.id = "read_account", .path = "/v1/account", .handler = read_account},
    };
    return operations;
}

}  // namespace credit::http
