// Responses as bytes (HTTP/1.1), written into one buffer that is used again.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace credit::http {

// "Mon, 23 Nov 2026 08:00:00 GMT", in place of what the text held.
void write_date(std::string& text, Instant instant);

struct Framing {
    std::string_view date;
    bool keep_alive = true;
    bool head_only = false;      // the answer to HEAD: lengths without content
    bool demonstration = false;  // nothing here is anybody's record: every answer says so
};

// Status line, headers and, unless a file holds it, the body. Headers that keep pages and answers
// from being misused stand in every response; one that sets its own Content-Security-Policy or
// Cache-Control keeps it.
void append_response(std::string& out, const Response& response, const Framing& framing);

}  // namespace credit::http
