// What a notice says of a commitment (承诺通知的内容), read from the act's body.
//
// Law: sd-social-credit-regulation-2020 art. 32; luzhengfa-2017-44 item 7 — what was promised, by
//      which day, and what was found, with the remedy

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_commitment(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
