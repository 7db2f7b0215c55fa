#include "http/ledger/holders.h"

#include <string>
#include <string_view>
#include <utility>
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
                                    std::string_view subject_key, std::string_view item_id,
                                    desk::Reach reach) {
    const auto lease = TRY(lookups::lease_settled(context.lookup_pools));
    const desk::WhereShown where{
        .store = session, .lookups = *lease, .key = context.desk.keys().hmac};
    return desk::reached_by(where, {.subject_key = subject_key, .id = item_id, .reach = reach});
}

Result<std::vector<std::string>> holders_of(Context& context, sql::Session& session,
                                            std::string_view subject_key,
                                            std::string_view item_id) {
    auto reached = TRY(reached_by(context, session, subject_key, item_id));
    return std::move(reached.shown);
}

}  // namespace credit::http
