#include "server/found_by_name.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/portal.h"
#include "search/hit.h"
#include "search/names.h"

namespace credit::server {
namespace {

// Empty where it is the name itself.
std::string why(const search::Hit& hit) {
    if (hit.reason != search::Reason::Exact) {
        return "search." + std::string(search::name_of(hit.reason));
    }
    if (hit.former_name) return "search.former_name";
    return hit.other_script ? "search.other_script" : "";
}

Result<std::vector<pages::NameHit>> shown(const search::Hits& found) {
    std::vector<pages::NameHit> hits;
    for (const auto& hit : found) {
        const std::string key = "O" + hit.code;
        hits.push_back(
            {.subject = TRY(identity::SubjectKey::parse(key)), .name = hit.name, .why = why(hit)});
    }
    return hits;
}

}  // namespace

pages::FindByName by_name(search::Names& names, const Clock& clock) {
    return [&](std::string_view text, std::size_t limit) -> Result<std::vector<pages::NameHit>> {
        const auto found = TRY(names.find(text, limit, day_of(clock.now())));
        return shown(found);
    };
}

}  // namespace credit::server
