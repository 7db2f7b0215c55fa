// Handlers for whoever tells of misconduct (举报): where to, filing, following up. Without an
// account; receipt and passphrase stand in bodies.

#pragma once

#include <span>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "tips/tip.h"

namespace credit::http {

// What the informant may know of it. NotFound "tips.no_such_tip" for an unknown receipt and for a
// wrong passphrase alike, in like time; Unavailable "tips.wait".
Result<tips::Tip> find_followed(Context& context, const std::string& receipt,
                                std::string_view passphrase, Instant now);

std::span<const Operation> tip_operations();

}  // namespace credit::http
