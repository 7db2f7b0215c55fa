// Moments, functions and acts as JSON tells them.

#pragma once

#include <string>

#include "access/principal.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "ledger/act.h"

namespace credit::http {

// "2026-11-23T16:00:00+08:00", in China time.
std::string told(Instant instant);

JsonArray told(access::Functions functions);

// {act, recorded_at}.
JsonObject told(const ledger::Act& act);

}  // namespace credit::http
