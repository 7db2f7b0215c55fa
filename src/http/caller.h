// The caller of a request, as the desk knows callers.

#pragma once

#include "desk/desk.h"
#include "http/message.h"

namespace credit::http {

// Borrowed from the request, which must outlive it.
desk::Caller caller_of(const Request& request);

}  // namespace credit::http
