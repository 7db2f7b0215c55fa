#include "http/ledger/holders.h"

#include <string>
#include <vector>

#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/correction.h"
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

Result<std::vector<std::string>> holders_of(Context& context, sql::Session& session,
                                            const desk::ReachingItem& item) {
    return TRY(reached_by(context, session, item)).shown;
}

}  // namespace credit::http
