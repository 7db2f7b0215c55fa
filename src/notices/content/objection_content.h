// What a notice says of an objection (异议通知的内容), read from the act's body.

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"
#include "notices/notice.h"

namespace credit::notices {

void tell_objection(Teller& teller, const Notice& notice, const JsonObject& body);

}  // namespace credit::notices
