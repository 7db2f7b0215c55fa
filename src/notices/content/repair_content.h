// What a notice says of a repair (修复通知的内容), read from what the act tells the subject.

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_repair(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
