// Whom an item reached (知悉单位), for the act that tells them: as the desk finds it.

#pragma once

#include <vector>

#include "desk/corrections/reached.h"
#include "foundation/result.h"
#include "http/context.h"
#include "lookups/correction.h"
#include "repair/holders.h"
#include "sql/session.h"

namespace credit::http {

// Before the act begins: what was looked up until now is settled while no writer waits for it, and
// within the act there is little left to settle.
Result<void> settle_ahead(const Context& context);

// Under whatever id. The session is the store's.
Result<lookups::Reached> reached_by(Context& context, sql::Session& session,
                                    const desk::ReachingItem& item);
// Those that were shown it, or what goes with it, or were set to work on it; sorted, each once.
std::vector<repair::Holder> holders_in(const lookups::Reached& reached);

}  // namespace credit::http
