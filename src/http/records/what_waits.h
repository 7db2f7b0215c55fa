// What waits for an officer of an authority: rows that are neither recorded nor sent back, and
// texts that are not published.
//
// Both are named as in the file that was filed, by row and document; neither says who they are
// about, nor what the text holds.

#pragma once

#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"

namespace credit::http {

Result<Response> read_quarantine(const Request& request, Context& context);
// A page looks through so many records as the limit says, and may find nothing in them.
Result<Response> read_withheld(const Request& request, Context& context);

}  // namespace credit::http
