// Offices that take a tip (受理举报的单位): who is competent, and the key to seal it to.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "tips/tip_register.h"

namespace credit::tips {

struct Office {
    const catalogue::Authority* authority = nullptr;
    std::optional<TipKey> key;  // none: it has not made one known, and takes none here
};

// In the order of competence.
Result<std::vector<Office>> offices_for(sql::Session& session,
                                        const catalogue::Catalogue& catalogue,
                                        std::string_view domain, std::string_view region, Date day);

}  // namespace credit::tips
