#include "http/subjects/told_succession.h"

#include <string>
#include <utility>
#include <vector>

#include "foundation/json.h"
#include "http/context.h"
#include "http/lookups/told_lookup.h"
#include "pages/portal.h"
#include "publicity/subject_view.h"
#include "subjects/successions/succession.h"

namespace credit::http {
namespace {

JsonArray told_sides(const Context& context, const std::vector<subjects::Side>& sides) {
    JsonArray told;
    for (const auto& side : sides) {
        JsonObject object{{"name", side.name}, {"unified_social_credit_code", side.key.code()}};
        if (context.portal != nullptr) {
            object["page"] = "/subjects/" + context.portal->addresses.id_of(side.key);
        }
        told.push_back(std::move(object));
    }
    return told;
}

}  // namespace

JsonObject told(const Context& context, const subjects::Succession& succession) {
    auto object = subjects::to_json(succession);
    object["predecessors"] = told_sides(context, succession.predecessors);
    object["successors"] = told_sides(context, succession.successors);
    return object;
}

void tell_successions(JsonObject& answer, const Context& context,
                      const publicity::SubjectView& view) {
    if (view.successions.empty()) return;
    JsonArray successions;
    for (const auto& each : view.successions) {
        auto object = told(context, each.succession);
        object["objection_pending"] = each.objected;
        successions.push_back(std::move(object));
    }
    answer["successions"] = std::move(successions);
    answer["nothing_passes"] = told_word(context, "subjects.nothing_passes");
}

}  // namespace credit::http
