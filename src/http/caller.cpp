#include "http/caller.h"

#include "desk/desk.h"
#include "foundation/crypto.h"
#include "http/message.h"

namespace credit::http {

desk::Caller caller_of(const Request& request) {
    return {
        .principal = request.caller,
        .channel = request.channel,
        .received_at = request.received_at,
        .idempotency_key = request.idempotency_key,
        .request_digest = request.idempotency_key.empty() ? crypto::Digest{} : request.digest()};
}

}  // namespace credit::http
