// The evidence of a matter, as it is told with the matter: what and by whom, never the content.

#pragma once

#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::http {

Result<JsonArray> told_evidence(sql::Session& session, std::string_view subject_key,
                                std::string_view about_kind, std::string_view about_id);

}  // namespace credit::http
