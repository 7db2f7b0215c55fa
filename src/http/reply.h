// Reply: where the answer goes of an operation that answers later, from whatever thread is there.
//
// Made by the server, moved through the check to the writer of look-ups, and used once. One that
// is dropped unused answers 503, so that a caller never waits for ever.

#pragma once

#include <utility>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {

// A request with its response, and what is done when the response stands.
class Exchange {
public:
    virtual ~Exchange() = default;

    Request request;
    Response response;

    // Called once from any thread when the response is complete.
    virtual void completed() = 0;
    // Writes the error as a problem into the response.
    virtual void write_error(const Error& error) = 0;
};

class Reply {
public:
    explicit Reply(Exchange& exchange) : exchange_(&exchange) {}
    Reply(Reply&& other) noexcept : exchange_(std::exchange(other.exchange_, nullptr)) {}
    Reply& operator=(Reply&& other) noexcept;
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;
    ~Reply();

    const Request& request() const { return exchange_->request; }
    // The response to fill in place; its memory is used again.
    Response& response() { return exchange_->response; }

    // Sends what stands in the response.
    void send() &&;
    void send_error(const Error& error) &&;

    // For a queue that keeps plain pointers: the reply comes back by Reply(exchange).
    Exchange& release() && { return *std::exchange(exchange_, nullptr); }

private:
    Exchange* exchange_;
};

}  // namespace credit::http
