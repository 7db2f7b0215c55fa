#include "http/access/accounts.h"

#include <array>
#include <optional>
#include <span>
#include <string>

#include "access/account.h"
#include "access/occasion.h"
#include "access/principal.h"
#include "access/token.h"
#include "calendar/date_json.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "identity/identifier.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

Result<std::optional<access::Functions>> read_functions(const JsonObject& body) {
    if (!body.contains("functions")) return std::nullopt;
    const auto ids = TRY(read_texts(body, "functions"));
    return TRY(access::Functions::parse(ids));
}

// The key of the subject whose account it is.
Result<std::string> read_subject(const JsonObject& body, const Request& request, Context& context) {
    const std::string text = TRY(read_text(body, "identifier"));
    const Date day = day_of(request.received_at);
    const auto& identifiers = context.desk.identifiers();
    const auto identifier = TRY(identity::parse_identifier(text, identifiers.reading(day)));
    const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto resolution = TRY(identifiers.resolve(*session, identifier, day));
    if (!resolution) return fail(ErrorCode::NotFound, "access.account_unknown", {}, "/identifier");
    return std::string(resolution->key.text());
}

Result<access::AccountOpening> read_opening(const JsonObject& body, const Request& request,
                                            Context& context) {
    const std::string role = TRY(read_text(body, "role"));
    access::AccountOpening opening{.role = TRY(access::parse_role(role)),
                                   .functions = TRY(read_functions(body)),
                                   .password = TRY(read_text(body, "password"))};
    opening.account = TRY(read_optional_text(body, "account")).value_or("");
    opening.authority = TRY(read_optional_text(body, "authority")).value_or("");
    const auto proof = TRY(read_optional_text(body, "proof"));
    if (proof) opening.proof = TRY(access::parse_proof(*proof));
    if (opening.role == access::Role::Subject) {
        opening.subject_key = TRY(read_subject(body, request, context));
    }
    return opening;
}

Result<Response> open_account(const Request& request, Context& context) {
    const JsonObject body = TRY(read_body(
        request, {"account", "role", "authority", "identifier", "functions", "password", "proof"}));
    const auto opening = TRY(read_opening(body, request, context));
    if (!opening.authority.empty()) {
        TRY(context.desk.catalogue().authorities.find(opening.authority,
                                                      day_of(request.received_at)));
    }
    const auto act = TRY(context.desk.perform(
        caller_of(request), access::home_of(opening),
        [&](const access::Occasion& occasion) { return access::open_account(occasion, opening); }));
    JsonObject answer = told(act);
    answer["account"] = TRY(access::opened_account(act));
    return json_response(answer, 201);
}

Result<Response> close_account(const Request& request, Context& context) {
    const std::string& account = request.path_values.front();
    std::string home;
    {
        const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
        home = TRY(access::home_of_account(*session, account));
    }
    const auto act =
        TRY(context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return access::close_account(occasion, account);
        }));
    return json_response(told(act));
}

Result<access::TokenIssue> read_issue(const Request& request, const std::string& secret) {
    const JsonObject body = TRY(read_body(request, {"account", "functions", "ends_on"}));
    const Date last_day = TRY(calendar::read_date(body, "ends_on"));
    return access::TokenIssue{.account = TRY(read_text(body, "account")),
                              .digest = access::digest_of(secret),
                              .functions = TRY(read_functions(body)).value_or(access::Functions{}),
                              .ends_at = start_of(last_day + std::chrono::days{1})};
}

Result<Response> issue_token(const Request& request, Context& context) {
    const std::string secret = access::new_secret();
    const auto issue = TRY(read_issue(request, secret));
    std::string home;
    {
        const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
        home = TRY(access::home_of_account(*session, issue.account));
    }
    const auto act =
        TRY(context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return access::issue_token(occasion, issue);
        }));
    // A repeated request meets the token that it made before, whose secret is gone.
    if (!access::issues(act, issue.digest)) {
        return fail(ErrorCode::Conflict, "access.secret_shown");
    }
    JsonObject answer = told(act);
    answer["token"] = act.id;
    answer["secret"] = secret;
    return json_response(answer, 201);
}

Result<Response> revoke_token(const Request& request, Context& context) {
    const std::string& token = request.path_values.front();
    std::string home;
    {
        const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
        home = TRY(access::home_of_token(*session, token));
    }
    const auto act =
        TRY(context.desk.perform(caller_of(request), home, [&](const access::Occasion& occasion) {
            return access::revoke_token(occasion, token);
        }));
    return json_response(told(act));
}

}  // namespace

std::span<const Operation> account_operations() {
    static const std::array operations{
        step("open_account", "/v1/accounts", BodyKind::Json, open_account),
        step("close_account", "/v1/accounts/{account}/closing", BodyKind::None, close_account),
        step("issue_token", "/v1/tokens", BodyKind::Json, issue_token),
        step("revoke_token", "/v1/tokens/{token}/revocation", BodyKind::None, revoke_token),
    };
    return operations;
}

}  // namespace credit::http
