#include "ledger/idempotency.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/idempotency.sql.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::ledger {
namespace {

// An answer opens only for the caller and key it was given to.
std::string context_of(const IdempotentRequest& request) {
    return "answer/" + std::to_string(request.caller.size()) + '/' + request.caller + request.key;
}

}  // namespace

Result<std::optional<std::string>> find_idempotent(sql::Session& session, const Keys& keys,
                                                   const IdempotentRequest& request, Instant now) {
    const auto row =
        TRY(session.find(statements::find_answer, {request.caller, request.key, now.milliseconds}));
    if (!row) {
        TRY(session.execute(statements::forget_answer,
                            {request.caller, request.key, now.milliseconds}));
        return std::optional<std::string>();
    }
    if (!std::ranges::equal(row->bytes(0), request.digest))
        return fail(ErrorCode::Conflict, "ledger.key_used_otherwise");
    const auto answer =
        TRY(crypto::open(keys.wrapping, row->bytes(1), bytes_of(context_of(request))));
    return std::optional(std::string(text_of(answer)));
}

Result<void> save_idempotent(sql::Session& session, const Keys& keys,
                             const IdempotentRequest& request, std::string_view answer,
                             Instant expires_at) {
    const auto sealed =
        crypto::seal(keys.wrapping, bytes_of(answer), bytes_of(context_of(request)));
    TRY(session.execute(statements::save_answer,
                        {request.caller, request.key, BytesView(request.digest), BytesView(sealed),
                         expires_at.milliseconds}));
    return {};
}

Result<std::int64_t> forget_idempotent(sql::Session& session, Instant now, std::int64_t most) {
    return session.execute(statements::forget_expired, {now.milliseconds, most});
}

}  // namespace credit::ledger
