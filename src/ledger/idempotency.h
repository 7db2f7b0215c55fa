// Idempotency (幂等): the answer to a write is kept by the caller's key, so that asking again
// changes nothing.
//
// Answers may carry what the request carried, and are sealed under the store's wrapping key.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::ledger {

struct IdempotentRequest {
    std::string caller;       // account
    std::string key;          // the Idempotency-Key it sent
    crypto::Digest digest{};  // of operation and body
};

// The answer given before; none when the key is new. Conflict "ledger.key_used_otherwise" when the
// key came with another request. An expired answer is forgotten on the way: call it in the
// transaction of the act.
Result<std::optional<std::string>> find_idempotent(sql::Session& session, const Keys& keys,
                                                   const IdempotentRequest& request, Instant now);
// In the transaction of the act. Conflict "sql.taken" when the same key was saved meanwhile.
Result<void> save_idempotent(sql::Session& session, const Keys& keys,
                             const IdempotentRequest& request, std::string_view answer,
                             Instant expires_at);
// Forgets what expired, the oldest first; returns how many, at most `most`.
Result<std::int64_t> forget_idempotent(sql::Session& session, Instant now, std::int64_t most);

}  // namespace credit::ledger
