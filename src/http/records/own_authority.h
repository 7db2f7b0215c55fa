// Whose records a caller may act on or read: those of its own authority, and of those whose work
// that took over.

#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"

namespace credit::http {

// The authority that the parameter "authority" names, or the caller's own. NotPermitted
// "access.other_authority", and as access::authorise for the operation.
Result<std::string> own_authority(const Request& request, const Context& context,
                                  std::string_view operation);

}  // namespace credit::http
