#include "http/files/told_evidence.h"

#include <string_view>
#include <utility>

#include "files/evidence.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::http {

Result<JsonArray> told_evidence(sql::Session& session, std::string_view subject_key,
                                std::string_view about_kind, std::string_view about_id) {
    JsonArray told;
    for (const auto& each :
         TRY(files::evidence_about(session, subject_key, about_kind, about_id))) {
        JsonObject object{{"file", each.file_id}, {"type", each.type}, {"size", each.size}};
        if (!each.given_by.empty()) object["given_by"] = each.given_by;
        told.push_back(std::move(object));
    }
    return told;
}

}  // namespace credit::http
