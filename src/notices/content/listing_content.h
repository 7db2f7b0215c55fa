// What a notice says of a listing (列入通知的内容), read from the act's body.

#pragma once

#include <vector>

#include "foundation/json.h"
#include "ledger/act.h"
#include "notices/content/content.h"
#include "notices/content/teller.h"
#include "notices/notice.h"

namespace credit::notices {

// One document, and the notice on repair beside a decision that lists.
std::vector<Document> tell_listing(Teller& teller, const Notice& notice, const ledger::Act& act,
                                   const JsonObject& body);

// By which way it was served, or failed to be, where the act says so.
void say_service(Teller& teller, const JsonObject& body);

// The event that ends it, where it names one.
void say_event(Teller& teller, const JsonObject& object);

}  // namespace credit::notices
