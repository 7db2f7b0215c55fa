#include "http/ledger/perform_on.h"

#include <string>

#include "access/occasion.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/message.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {

Result<ledger::Act> perform_on(const Request& request, Context& context, const FindHome& find_home,
                               const DraftOn& draft) {
    const std::string& id = request.path_values.front();
    std::string home_key;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        home_key = TRY(find_home(*lease, id));
    }
    return context.desk.perform(
        caller_of(request), home_key,
        [&](const access::Occasion& occasion) { return draft(occasion, home_key, id); });
}

}  // namespace credit::http
