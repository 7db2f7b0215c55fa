// Whom an item reached (知悉单位), for the act that tells them: as the desk finds it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/corrections/reached.h"
#include "foundation/result.h"
#include "http/context.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::http {

// Before the act begins: what was looked up until now is settled while no writer waits for it, and
// within the act there is little left to settle.
Result<void> settle_ahead(const Context& context);

// Under whatever id. The session is the store's.
Result<lookups::Reached> reached_by(Context& context, sql::Session& session,
                                    const desk::ReachingItem& item);
// Codes of the authorities that were shown it, or what goes with it, or were set to work on it;
// sorted, each once.
Result<std::vector<std::string>> holders_of(Context& context, sql::Session& session,
                                            const desk::ReachingItem& item);

}  // namespace credit::http
