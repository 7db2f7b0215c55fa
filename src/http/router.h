// Router: from a request to the operation that carries it out, with all that can be refused first.
//
// It knows no socket: the server, the command line without a server, and tests use it alike. What
// is not in the table does not exist; what the contract does not name is refused.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/reply.h"

namespace credit::http {

class Router {
public:
    // Stops the process when two operations share an id, or a method and path, or one lacks its
    // handler.
    Router(std::vector<Operation> operations, Context& context);

    // From the request's line and headers: finds the operation, decodes path and query, checks the
    // token, the idempotency key and the content type. Null when refused: then the response stands.
    const Operation* admit(Exchange& exchange) const;

    // When the body is there: runs the operation on this thread. The exchange is completed when
    // this returns or, for the pool Check, later.
    void run(const Operation& operation, Exchange& exchange) const;

    // Both, waiting for the answer: for a request that did not come by a socket.
    Response answer(Request request) const;

    const std::vector<Operation>& operations() const { return operations_; }
    const Context& context() const { return context_; }

private:
    const Operation* find(Exchange& exchange) const;
    Result<void> believe_time(const Operation& operation, const Request& request) const;
    bool admit_token(const Operation& operation, Exchange& exchange) const;
    // Writes the error as a page for people, as a problem for programs. Null: no operation.
    void refuse(const Operation* operation, Exchange& exchange, const Error& error,
                int status = 0) const;
    // Nothing stands there, or nothing for the method; the methods for which something does.
    void refuse_path(Exchange& exchange, const std::string& allowed) const;

    std::vector<Operation> operations_;
    std::unordered_map<std::string_view, std::vector<const Operation*>> by_path_;  // without {…}
    std::vector<const Operation*> patterns_;
    Context& context_;
};

}  // namespace credit::http
