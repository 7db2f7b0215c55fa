#include "http/lookups/questions.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/lookups/lookup_session.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "ledger/act_store.h"
#include "lookups/lookup_batch.h"
#include "lookups/lookup_register.h"
#include "lookups/questions/ask.h"
#include "lookups/questions/question.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// What the subject said with it stands in its act alone.
Result<std::string> words_of_subject(const Context& context, sql::Session& session,
                                     const lookups::Question& question) {
    const auto act_id = question.question_id.substr(0, question.question_id.rfind('-'));
    const auto act =
        TRY(ledger::read_act(session, context.desk.keys(), question.subject_key, act_id));
    if (act.body_erased) return std::string();
    const auto body = TRY(parse_object(act.body));
    return read_text(body, "words");
}

// With who looked, so that it can be answered.
Result<JsonObject> told_to_authority(const Context& context, const LookupSessions& sessions,
                                     const lookups::Question& question, Date today) {
    auto object = told(context, question, Told::Authority, today);
    object["words"] = TRY(words_of_subject(context, *sessions.store, question));
    object["subject"] =
        told_mark(context.desk.keys().hmac, question.authority, question.subject_key);
    const auto sought = lookups::Sought{
        .subject_key = question.subject_key,
        .digest = lookups::digest_in_block(context.desk.keys().hmac, question.subject_key)};
    const auto kept =
        TRY(lookups::LookupRegister(*sessions.lookups).find(sought, question.lookup_id));
    object["account"] = kept.lookup.account;
    object["officer"] = kept.lookup.reason.officer;
    return object;
}

Result<Response> read_lookup_questions(const Request& request, Context& context) {
    const auto& authority = request.caller.authority;
    TRY(access::authorise(request.caller, "read_lookup_questions", authority));
    const auto asked = TRY(read_page(request));
    const auto sessions = TRY(LookupSessions::open(context));
    lookups::QuestionRegister to(*sessions.store);
    const auto questions = TRY(waiting_at(
        context.desk.catalogue().authorities, authority,
        [&](std::string_view code) {
            return to.to_authority(code, asked.after, static_cast<std::int64_t>(asked.limit) + 1);
        },
        &lookups::Question::question_id, std::ranges::greater{}));
    JsonArray items;
    std::string last;
    for (const auto& question : questions) {
        if (items.size() == asked.limit) break;
        items.push_back(
            TRY(told_to_authority(context, sessions, question, day_of(request.received_at))));
        last = question.question_id;
    }
    return page_response(std::move(items), last, questions.size() > asked.limit);
}

Result<lookups::QuestionAnswer> read_answer(const Request& request) {
    const Date today = day_of(request.received_at);
    const auto body =
        TRY(read_body(request, {"allowed", "article", "case", "consequence", "words"}));
    lookups::QuestionAnswer answer;
    answer.allowed = TRY(read_flag(body, "allowed"));
    answer.article = TRY(read_optional_text(body, "article")).value_or("");
    answer.case_number = TRY(read_words(body, "case", today));
    answer.consequence = TRY(read_optional_text(body, "consequence")).value_or("");
    answer.words = TRY(read_words(body, "words", today));
    return answer;
}

Result<Response> answer_lookup_question(const Request& request, Context& context) {
    const auto answer = TRY(read_answer(request));
    const auto act = TRY(perform_on(
        request, context, home_in<lookups::QuestionRegister>,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return lookups::answer_question(occasion, home, id, answer);
        }));
    const auto said = TRY(parse_object(act.body));
    const auto question = TRY(lookups::read_question(said.at("question").as_object()));
    auto object = told(context, question, Told::Authority, day_of(request.received_at));
    object["act"] = act.id;
    return json_response(object);
}

}  // namespace

std::span<const Operation> lookup_question_operations() {
    static const std::array operations{
        Operation{.id = "read_lookup_questions",
                  .path = "/v1/lookups/questions",
                  .query = {"cursor", "limit"},
                  .handler = read_lookup_questions},
        Operation{.id = "answer_lookup_question",
                  .method = Method::Post,
                  .path = "/v1/lookups/questions/{question}/answer",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = answer_lookup_question},
    };
    return operations;
}

}  // namespace credit::http
