// Handlers of consents (授权同意), by the subject: give, revoke, read with what was read under
// each.

#pragma once

#include <span>

#include "consents/consent.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/context.h"
#include "http/operation.h"

namespace credit::http {

std::span<const Operation> consent_operations();

// As both sides read it: to whom, what for, which items, until when, and how it stands that day
// ("running", "revoked", "over"). Whose it is is not said.
JsonObject told_consent(const Context& context, const consents::Consent& consent, Date day);

}  // namespace credit::http
