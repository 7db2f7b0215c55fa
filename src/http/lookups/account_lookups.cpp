#include "http/lookups/account_lookups.h"

#include <array>
#include <span>
#include <string>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/lookup_session.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "lookups/lookup.h"
#include "lookups/questions/ask.h"
#include "lookups/questions/question.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Result<Response> read_lookups(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_lookups", request.caller.authority));
    const auto asked = TRY(read_page(request));
    const auto span =
        TRY(span_of(request.parameter("from"), request.parameter("through"), asked.after));
    auto page = TRY(page_for_subject(request, context, span, asked.limit));
    return page_response(std::move(page.items), page.next, !page.next.empty());
}

// The look-up that is asked about, as the subject sees it today.
Result<lookups::Lookup> asked_about(const Request& request, Context& context) {
    const auto sought = TRY(sought_by(request, context));
    const auto sessions = TRY(LookupSessions::open(context));
    const auto seen =
        TRY(sessions.view(day_of(request.received_at)).one(sought, request.path_values.front()));
    return seen.kept.lookup;
}

Result<Response> ask_about_lookup(const Request& request, Context& context) {
    const Date today = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"words"}));
    const auto words = TRY(read_words(body, "words", today));
    const auto lookup = TRY(asked_about(request, context));
    const auto act = TRY(context.desk.perform(
        caller_of(request), lookup.subject_key,
        [&](const access::Occasion& occasion) { return lookups::ask(occasion, lookup, words); }));
    const auto said = TRY(parse_object(act.body));
    const auto question = TRY(lookups::read_question(said.at("question").as_object()));
    auto answer = told(context, question, Told::Subject, today);
    answer["act"] = act.id;
    return json_response(answer, 201);
}

Result<Response> read_own_questions(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_own_questions", request.caller.authority));
    const auto sought = TRY(sought_by(request, context));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    for (const auto& question :
         TRY(lookups::QuestionRegister(*lease).of_subject(sought.subject_key))) {
        items.push_back(told(context, question, Told::Subject, day_of(request.received_at)));
    }
    return json_response({{"items", std::move(items)}});
}

}  // namespace

std::span<const Operation> account_lookup_operations() {
    static const std::array operations{
        Operation{.id = "read_lookups",
                  .path = "/v1/account/lookups",
                  .query = {"from", "through", "cursor", "limit"},
                  .handler = read_lookups},
        Operation{.id = "ask_about_lookup",
                  .method = Method::Post,
                  .path = "/v1/account/lookups/{lookup}/question",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = ask_about_lookup},
        Operation{.id = "read_own_questions",
                  .path = "/v1/account/questions",
                  .handler = read_own_questions},
    };
    return operations;
}

}  // namespace credit::http
