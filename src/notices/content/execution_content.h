// What a notice says of measures that were carried out (措施执行通知的内容), read from the act's
// body.
//
// Law: luzhengfa-2017-44 item 16; guobanfa-2020-49 — the subject is told measures and remedies

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_execution(Teller& teller, const JsonObject& body);
// What was said of them before was wrong.
void tell_correction(Teller& teller, const JsonObject& body);
// They are not executed until a day, or are again.
void tell_stay(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
