#include "pages/subjects/exact_name.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/name_agreement.h"
#include "identity/subject_key.h"
#include "pages/portal.h"
#include "pages/portal.sql.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::pages {

Result<std::vector<NameHit>> find_exact_name(sql::Pool& pool, std::string_view text,
                                             std::size_t limit) {
    auto lease = TRY(pool.lease(sql::Access::Read));
    const auto as_typed = text::trim(text);
    const auto normal = identity::normal_name(text);
    std::vector<NameHit> hits;
    for (const auto& row :
         TRY(lease->query(statements::organisations_named, {as_typed, std::string_view(normal),
                                                            static_cast<std::int64_t>(limit)}))) {
        hits.push_back({.subject = TRY(identity::SubjectKey::parse(row.text(0))),
                        .name = row.text(1),
                        .why = {}});
    }
    return hits;
}

}  // namespace credit::pages
