// What a notice says of a complaint or of a leak incident (投诉、泄露事件通知的内容), read from the
// act's body.
//
// Law: personal-information-protection-law-2021 arts. 57, 65 — what those concerned are told of a
//      leak, and whoever complained of the outcome

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_complaint(Teller& teller, const JsonObject& body);
void tell_incident(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
