// Parser of requests (HTTP/1.1), fed piece by piece, over Boost.Beast.
//
// Allocates nothing once its request's strings have grown. Bytes that are no HTTP give a fault,
// never more: it is fuzzed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "http/message.h"

namespace credit::http {

inline constexpr std::size_t header_bytes_max = std::size_t{16} * 1024;

enum class Fault : std::uint8_t { Malformed, HeaderTooLarge };

// Told of what the parser finds, in this order.
class ParserEvents {
public:
    // The line and the headers stand in the request.
    virtual void on_header() = 0;
    virtual void on_body(std::string_view piece) = 0;

protected:
    ~ParserEvents() = default;
};

class Parser {
public:
    Parser(Request& request, ParserEvents& events);
    Parser(Parser&&) = delete;
    ~Parser();

    // For the next request on the connection.
    void restart();

    // The number of bytes used; what is left over is fed again, with more behind it. After a fault
    // nothing may be fed.
    std::size_t feed(std::string_view bytes);

    std::optional<Fault> fault() const;
    // The request is whole.
    bool done() const;
    bool header_done() const;
    // Whether the connection may carry a further request.
    bool keep_alive() const;
    // The client waits for "100 Continue" before it sends the body.
    bool expects_continue() const;
    // As announced; no value when chunked or without a body.
    std::optional<std::uint64_t> content_length() const;
    bool has_body() const;

private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace credit::http
