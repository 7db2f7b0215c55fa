#include "http/access/sessions.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "access/register.h"
#include "access/sign_in.h"
#include "access/token.h"
#include "desk/desk.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::string_view bearer = "Bearer ";

Result<Response> open_session(const Request& request, Context& context) {
    const JsonObject body = TRY(read_body(request, {"account", "password"}));
    const std::string account = TRY(read_text(body, "account"));
    const std::string password = TRY(read_text(body, "password"));
    const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
    const access::SignedIn signed_in =
        TRY(context.sign_in.open(*session, account, password, request.received_at));
    const access::Principal& principal = signed_in.principal;
    return json_response({{"token", signed_in.secret},
                          {"account", principal.account},
                          {"role", access::id_of(principal.role)},
                          {"authority", principal.authority},
                          {"functions", told(principal.functions)},
                          {"ends_at", told(signed_in.ends_at)}},
                         201);
}

Result<Response> close_session(const Request& request, Context& context) {
    const std::string_view secret = std::string_view(request.authorization).substr(bearer.size());
    if (!context.principals.end_session(access::digest_of(secret))) {
        return fail(ErrorCode::Conflict, "access.not_a_session");
    }
    Response response;
    response.status = 204;
    return response;
}

}  // namespace

std::span<const Operation> session_operations() {
    static const std::array operations{
        // In the pool Heavy: verifying a password is meant to be slow.
        Operation{.id = "open_session",
                  .method = Method::Post,
                  .path = "/v1/sessions",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .token = Token::Optional,
                  .handler = open_session},
        Operation{.id = "close_session",
                  .method = Method::Delete,
                  .path = "/v1/sessions/current",
                  .handler = close_session},
    };
    return operations;
}

}  // namespace credit::http
