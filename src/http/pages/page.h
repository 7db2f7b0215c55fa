// A page at the edge: where it stands, how it is sent, how a refusal becomes one.
//
// A page takes nothing from other hosts and runs no script. What shows items is asked for anew each
// time, so that a copy never outlives an objection or a last day; the rest is kept for an hour, and
// never past midnight.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/reply.h"
#include "pages/html/place.h"

namespace credit::http {

enum class Kept { Never, Today };

pages::Place place_of(const Request& request, const Context& context);

Response page_response(const Request& request, std::string html, Kept kept, int status = 200);
// 303 to another page.
Response lead_to(std::string address);

// Open to everybody, in both languages and sizes.
Operation page(std::string_view id, std::string_view path, Handler handler,
               std::vector<std::string_view> query = {});

// Of a request that was not admitted or could not be carried out.
void write_error_page(Exchange& exchange, const Error& error, const Context& context, int status);

}  // namespace credit::http
