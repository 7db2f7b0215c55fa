#include "http/ledger/holders.h"

#include <algorithm>
#include <vector>

#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/correction.h"
#include "repair/holders.h"
#include "sql/session.h"

namespace credit::http {

Result<void> settle_ahead(const Context& context) {
    return lookups::settle(context.lookup_pools);
}

Result<lookups::Reached> reached_by(Context& context, sql::Session& session,
                                    const desk::ReachingItem& item) {
    const auto lease = TRY(lookups::lease_settled(context.lookup_pools));
    const desk::WhereShown where{.store = session,
                                 .lookups = *lease,
                                 .key = context.desk.keys().hmac,
                                 .law = context.desk.law(),
                                 .catalogue = context.desk.catalogue()};
    return desk::reached_by(where, item);
}

std::vector<repair::Holder> holders_in(const lookups::Reached& reached) {
    std::vector<repair::Holder> holders;
    holders.reserve(reached.shown.size());
    for (const auto& code : reached.shown) {
        const bool withheld = std::ranges::find(reached.withheld, code) != reached.withheld.end();
        holders.push_back({.kind = "authority", .code = code, .withheld = withheld});
    }
    return holders;
}

}  // namespace credit::http
