// What a notice says of an objection (异议通知的内容), read from the act's body.

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"
#include "notices/notice.h"

namespace credit::notices {

// What is held against an item, point by point, with what was found where it was answered.
void say_points(Teller& teller, const JsonObject& body);

void tell_objection(Teller& teller, const Notice& notice, const JsonObject& body);

}  // namespace credit::notices
