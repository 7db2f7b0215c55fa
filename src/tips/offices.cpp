#include "tips/offices.h"

#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "tips/competence.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::tips {

Result<std::vector<Office>> offices_for(sql::Session& session,
                                        const catalogue::Catalogue& catalogue,
                                        std::string_view domain, std::string_view region,
                                        Date day) {
    std::vector<Office> offices;
    for (const auto* const authority : competent_for(catalogue, domain, region, day)) {
        offices.push_back(
            {.authority = authority,
             .key = TRY(TipRegister(session).key_of(home_of_authority(authority->code), day))});
    }
    return offices;
}

}  // namespace credit::tips
