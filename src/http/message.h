// Request and response, as the edge hands them to handlers: no socket, no library type.
//
// Both are kept by their connection and used again, so that a check in the steady state allocates
// nothing. A handler that outlives its call (pool Check) may read the request until it has replied.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "http/wire/spool.h"

namespace credit::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Delete, Other };

std::string_view name_of(Method method);

struct Parameter {
    std::string name;
    std::string value;
};

struct Request {
    Method method = Method::Get;
    std::string target;                    // as sent: path and query
    std::vector<std::string> path_values;  // what stood for each {…} of the pattern, in its order
    std::vector<Parameter> query;          // decoded; only names that the operation knows

    std::string authorization;
    std::string content_type;
    std::string accept;
    std::string accept_language;
    std::string idempotency_key;

    std::string body;             // empty for an upload
    std::unique_ptr<Spool> file;  // an upload's body; null otherwise

    access::Principal caller;          // Role::Public when no token was sent
    Instant received_at{};             // read once, when the request was whole
    std::string_view channel = "api";  // "cli" on the unix socket, "console" from a page

    std::string_view path() const;
    // Empty when absent.
    std::string_view parameter(std::string_view name) const;
    // Of what was asked, for idempotency: method, target and content.
    crypto::Digest digest() const;
    // For the next request; keeps the memory.
    void clear();
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<Parameter> headers;  // beyond those of every answer
    std::string body;
    std::unique_ptr<Spool> file;  // sent instead of the body when there is one

    void clear();
};

}  // namespace credit::http
