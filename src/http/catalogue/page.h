// A page of a longer answer: some items in a stated order, and the cursor of the next.
//
// The cursor is opaque to callers. It names the last item told, so that a page is right even when
// items came or went meanwhile.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "foundation/json.h"
#include "http/message.h"

namespace credit::http {

struct PageRequest {
    std::string after;  // the last item of the page before; empty for the first page
    std::size_t limit = 0;
};

// From the parameters "cursor" and "limit". InvalidInput "http.not_a_cursor",
// "http.not_a_limit".
Result<PageRequest> read_page(const Request& request);

// The same of a question that a body asks: its member "limit". InvalidInput "http.not_a_limit".
Result<std::size_t> read_limit(const JsonObject& body);

// As `next` says it.
std::string cursor_of(std::string_view last);

// {items, next}; `next` only when there are more.
Response page_response(JsonArray items, const std::string& last, bool more);

}  // namespace credit::http
