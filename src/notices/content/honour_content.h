// What a notice says of an honour that is looked at again (荣誉撤销通知的内容), read from the act's
// body.
//
// Law: luzhengfa-2017-44 item 11; guobanfa-2020-49 — cause, basis and remedy are told

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_honour(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
