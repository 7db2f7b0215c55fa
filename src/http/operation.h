// Operation: one entry of the contract (api/openapi.yaml), with the function that carries it out.
//
// A domain's sub-folder offers its operations as a span; http/operations.cpp gathers them. The id
// is the operationId of the contract and the name of the handler; tools/check_api.py compares both.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "http/message.h"
#include "http/reply.h"

namespace credit::http {

struct Context;

// Runs on a thread of its pool, may block on the store. The token is checked and the caller known;
// whether the caller may do this is for the act (access::permits).
using Handler = Result<Response> (*)(const Request&, Context&);

// Runs on the thread of the connection and must not block: hands the reply on and returns.
using CheckHandler = void (*)(const Request&, Context&, Reply);

enum class Pool : std::uint8_t {
    Check,  // on the connection's own thread, answers later by its Reply
    Fast,   // reads and single acts
    Heavy,  // files, screening, rebuilding: never delays the others
};

enum class BodyKind : std::uint8_t {
    None,          // a body is refused
    Json,          // application/json, up to 1 MiB, in Request::body
    OptionalJson,  // the same, or none
    Upload,        // any type, streamed to Request::file
    Form,          // application/x-www-form-urlencoded, as a page's form sends it
};

// Of uploads; docs/limits.md and the contract state them.
inline constexpr std::uint64_t submission_bytes_max = std::uint64_t{4} << 30U;
inline constexpr std::uint64_t table_bytes_max = std::uint64_t{1} << 30U;

enum class Token : std::uint8_t { Needed, Optional };
enum class IdempotencyKey : std::uint8_t { Unused, Required };

// Whether it answers to programs, or is a page for people: one that stands in two languages and two
// sizes (pages/html/variant.h), and whose refusals are pages too.
enum class For : std::uint8_t { Programs, People };

struct Operation {
    std::string_view id;  // "propose_listing"
    Method method = Method::Get;
    std::string_view path;  // "/v1/listings/{listing}/notice"
    Pool pool = Pool::Fast;
    BodyKind body = BodyKind::None;
    std::uint64_t upload_bytes_max = 0;  // of an upload, which must say it
    Token token = Token::Needed;
    IdempotencyKey idempotency_key = IdempotencyKey::Unused;
    std::vector<std::string_view> query = {};  // parameters known; any other is refused
    Handler handler = nullptr;                 // pools Fast and Heavy
    CheckHandler check_handler = nullptr;      // pool Check
    For whom = For::Programs;
};

// What changes something: with a key, so that asking again changes nothing again.
inline Operation step(std::string_view id, std::string_view path, BodyKind body, Handler handler) {
    return {.id = id,
            .method = Method::Post,
            .path = path,
            .body = body,
            .idempotency_key = IdempotencyKey::Required,
            .handler = handler};
}

}  // namespace credit::http
