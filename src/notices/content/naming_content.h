// What a notice says of being named in a decision on an organisation (责任人员记入).

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_naming(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
