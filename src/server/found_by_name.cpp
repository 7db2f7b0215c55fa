#include "server/found_by_name.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/portal.h"
#include "pages/subjects/exact_name.h"
#include "search/hit.h"
#include "search/names.h"
#include "sql/pool.h"

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

pages::FindByName by_name(search::Names& names, sql::Pool& pool, const Clock& clock) {
    return [&](std::string_view text, std::size_t limit) {
        const auto found = names.find(text, limit, day_of(clock.now()));
        return found ? shown(*found) : pages::find_exact_name(pool, text, limit);
    };
}

}  // namespace credit::server
