#include "http/forms/forms.h"

#include <array>
#include <span>
#include <utility>

#include "calendar/date_text.h"
#include "desk/desk.h"
#include "forms/form_book.h"
#include "foundation/clock.h"
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

Response nothing_more() {
    Response response;
    response.status = 204;
    return response;
}

forms::FormBook book(sql::Session& session, const Context& context) {
    return {session, context.desk.keys(), context.desk.law()};
}

Result<Response> read_forms(const Request& request, Context& context) {
    const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    const Date day = day_of(request.received_at);
    for (auto& form : TRY(book(*session, context).of_account(request.caller.account, day))) {
        items.push_back(JsonObject{{"form", form.name},
                                   {"values", std::move(form.values)},
                                   {"saved_at", told(form.saved_at)},
                                   {"kept_through", calendar::to_text(form.kept_through)}});
    }
    return json_response(JsonObject{{"items", std::move(items)}});
}

Result<Response> save_form(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"form", "values"}));
    const auto name = TRY(read_text(body, "form"));
    const JsonObject* const values = TRY(read_object(body, "values"));
    const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Write));
    TRY(book(*session, context).save(request.caller.account, name, *values, request.received_at));
    return nothing_more();
}

Result<Response> forget_form(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"form"}));
    const auto name = TRY(read_text(body, "form"));
    const sql::Lease session = TRY(context.desk.pool().lease(sql::Access::Write));
    TRY(book(*session, context).forget(request.caller.account, name));
    return nothing_more();
}

// The name travels in the body: it may hold the id of an item.
Operation writing(std::string_view id, std::string_view path, Handler handler) {
    return {
        .id = id, .method = Method::Post, .path = path, .body = BodyKind::Json, .handler = handler};
}

}  // namespace

std::span<const Operation> form_operations() {
    static const std::array operations{
        Operation{.id = "read_forms", .path = "/v1/forms", .handler = read_forms},
        writing("save_form", "/v1/forms", save_form),
        writing("forget_form", "/v1/forms/forgetting", forget_form),
    };
    return operations;
}

}  // namespace credit::http
