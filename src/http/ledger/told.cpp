#include "http/ledger/told.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/permits.h"
#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "ledger/distribution.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::string_view authority = "authority";

JsonObject shown(const ledger::Told& told) {
    JsonObject object{{"told", told.distribution_id}, {"act", told.act_id},
                      {"about", told.about_id},       {"what", told.what},
                      {"urgent", told.urgent},        {"recipient", told.recipient}};
    if (told.due_on) object["due_on"] = calendar::to_text(*told.due_on);
    return object;
}

using Place = std::string (*)(const ledger::Told&);

std::string id_of(const ledger::Told& told) {
    return told.distribution_id;
}

Response page_of(std::vector<ledger::Told> rows, const PageRequest& page, Place place) {
    const bool more = rows.size() > page.limit;
    if (more) rows.resize(page.limit);
    JsonArray items;
    for (const auto& row : rows) items.push_back(shown(row));
    return page_response(std::move(items), rows.empty() ? "" : place(rows.back()), more);
}

Result<Response> read_told(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_told", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto to = [&](std::string_view code) {
        return ledger::told_to(*lease, {.recipient_kind = authority,
                                        .recipient = code,
                                        .after = page.after,
                                        .limit = static_cast<std::int64_t>(page.limit) + 1});
    };
    auto rows = TRY(waiting_at(context.desk.catalogue().authorities, request.caller.authority, to,
                               ledger::place_of));
    return page_of(std::move(rows), page, ledger::place_of);
}

// To the caller's authority, or to one whose work it took over.
Result<ledger::Told> find_told(const Request& request, const Context& context,
                               sql::Session& session) {
    const auto& told_id = request.path_values.front();
    for (const auto& code :
         context.desk.catalogue().authorities.own_and_taken_over(request.caller.authority)) {
        auto found = ledger::find_told(session, authority, code, told_id);
        if (found || found.error().code != ErrorCode::NotFound) return found;
    }
    return fail(ErrorCode::NotFound, "ledger.not_told");
}

Result<Response> acknowledge_told(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "acknowledge_told", request.caller.authority));
    const auto body = TRY(read_body(request, {"receipt"}));
    const auto receipt = TRY(read_text(body, "receipt"));
    if (receipt.empty()) return fail(ErrorCode::Refused, "ledger.receipt_missing", {}, "/receipt");
    auto lease = TRY(context.desk.pool().lease(sql::Access::Write));
    auto transaction = TRY(sql::Transaction::begin(*lease));
    const auto told = TRY(find_told(request, context, transaction.session()));
    if (told.acknowledged_at) return fail(ErrorCode::Refused, "ledger.acknowledged_already");
    TRY(ledger::acknowledge(transaction.session(), told.subject_key, told.distribution_id,
                            request.received_at, receipt));
    TRY(transaction.commit());
    auto answer = shown(told);
    answer["receipt"] = receipt;
    return json_response(answer);
}

Result<Response> read_overdue(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_overdue", {}));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto rows = TRY(ledger::overdue(*lease, day_of(request.received_at), page.after,
                                    static_cast<std::int64_t>(page.limit) + 1));
    return page_of(std::move(rows), page, id_of);
}

}  // namespace

std::span<const Operation> told_operations() {
    static const std::array operations{
        Operation{.id = "read_told",
                  .path = "/v1/told",
                  .query = {"cursor", "limit"},
                  .handler = read_told},
        Operation{.id = "acknowledge_told",
                  .method = Method::Post,
                  .path = "/v1/told/{told}/acknowledgement",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = acknowledge_told},
        Operation{.id = "read_overdue",
                  .path = "/v1/overdue",
                  .query = {"cursor", "limit"},
                  .handler = read_overdue},
    };
    return operations;
}

}  // namespace credit::http
