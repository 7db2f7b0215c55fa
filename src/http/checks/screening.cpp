#include "http/checks/screening.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "checks/counter.h"
#include "checks/screening.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/checks/subject_table.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "lookups/lookup_batch.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::size_t block_size = std::size_t{256} << 10U;

checks::Why why_of(const Request& request) {
    return {.principal = request.caller,
            .matter = request.parameter("matter"),
            .purpose = request.parameter("purpose"),
            .ground = request.parameter("ground"),
            .case_number = request.parameter("case"),
            .officer = request.parameter("officer"),
            .asked_at = request.received_at};
}

Result<void> screen_rows(const desk::Desk& desk, SubjectTable& rows, checks::Screening& screening,
                         lookups::LookupBatch& batch, Spool& answer) {
    std::string block(checks::screening_header);
    for (const auto* row = TRY(rows.next()); row != nullptr; row = TRY(rows.next())) {
        const checks::Asked asked{.identifier = row->identifier,
                                  .name = row->name,
                                  .fault = row->digits_lost ? "records.digits_lost" : ""};
        if (const auto subject = TRY(screening.append_line(block, asked))) {
            batch.keys.push_back(lookups::digest_in_block(desk.keys().hmac, subject->text()));
        }
        if (block.size() < block_size) continue;
        TRY(desk.still_open());
        TRY(answer.append(block));
        block.clear();
    }
    return answer.append(block);
}

// The one look-up record is durable before any of the answer leaves.
Result<Response> screen(const Request& request, Context& context) {
    if (request.file == nullptr) return fail(ErrorCode::InvalidInput, "records.file_empty");
    const auto why = why_of(request);
    TRY(access::authorise(request.caller, "screen", request.caller.authority, why.purpose));
    auto screening = TRY(context.counter.screening(why, context.desk.identifiers()));
    const auto& identifiers = context.desk.identifiers();
    auto rows = TRY(
        SubjectTable::open(request.file->path(), identifiers.reading(day_of(request.received_at))));
    lookups::LookupBatch batch{.id = {},
                               .looked_at = request.received_at,
                               .account = request.caller.account,
                               .authority = request.caller.authority,
                               .reason = {.matter = std::string(why.matter),
                                          .purpose = std::string(why.purpose),
                                          .ground = std::string(why.ground),
                                          .case_number = std::string(why.case_number),
                                          .officer = std::string(why.officer)},
                               .keys = {}};
    auto answer = TRY(Spool::create());
    TRY(screen_rows(context.desk, rows, screening, batch, *answer));
    batch.hits = screening.hits();
    // Named at the last moment: what bears an older name may be sealed already.
    batch.id = ledger::new_act_id(request.received_at);
    {
        auto lease = TRY(context.lookup_pools.table.lease(sql::Access::Write));
        TRY(lookups::record_batch(*lease, batch));
    }
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers.push_back({"X-Receipt", batch.id});
    response.headers.push_back({"X-Unreadable", std::to_string(screening.unread())});
    response.file = std::move(answer);
    return response;
}

}  // namespace

std::span<const Operation> screening_operations() {
    static const std::array operations{
        Operation{.id = "screen",
                  .method = Method::Post,
                  .path = "/v1/screenings",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = table_bytes_max,
                  .query = {"matter", "purpose", "ground", "case", "officer"},
                  .handler = screen}};
    return operations;
}

}  // namespace credit::http
