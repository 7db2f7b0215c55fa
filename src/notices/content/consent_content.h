// What a notice says of a consent to a bank (授权通知的内容), read from the act's body: to whom,
// for what, which items, until when, so that whoever did not give it sees it at once.
//
// Law: personal-information-protection-law-2021 arts. 14, 15 — a consent is informed, and can be
//      withdrawn

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_consent(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
