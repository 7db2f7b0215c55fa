// A notice as it is shown: in both languages, with what became of its service.

#pragma once

#include <vector>

#include "foundation/json.h"
#include "notices/channels/outbox.h"
#include "notices/content/content.h"
#include "notices/notice.h"
#include "notices/service_register.h"

namespace credit::http {

// Its head, without its content.
JsonObject told_notice(const notices::Sources& sources, const notices::Notice& notice);
JsonArray told_steps(const std::vector<notices::ServiceStep>& steps);
JsonArray told_sendings(const std::vector<notices::SendingState>& sendings);
JsonArray told_documents(const notices::Content& content);

}  // namespace credit::http
