// Performing on a thing that the register has: the act is performed under the key where it is kept.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::http {

// The key of a thing, by its id; the register's NotFound.
using FindHome = std::function<Result<std::string>(sql::Session&, std::string_view id)>;

template <typename Register>
Result<std::string> home_in(sql::Session& session, std::string_view id) {
    return Register(session).home_of(id);
}

using DraftOn = std::function<Result<ledger::Draft>(
    const access::Occasion&, std::string_view home_key, std::string_view id)>;

// On the thing whose id stands first in the request's path. The errors of both, and of
// desk::Desk::perform.
Result<ledger::Act> perform_on(const Request& request, Context& context, const FindHome& find_home,
                               const DraftOn& draft);

}  // namespace credit::http
