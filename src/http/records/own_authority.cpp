#include "http/records/own_authority.h"

#include <string>
#include <string_view>

#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"

namespace credit::http {

Result<std::string> own_authority(const Request& request, const Context& context,
                                  std::string_view operation) {
    const auto& own = request.caller.authority;
    TRY(access::authorise(request.caller, operation, own));
    const auto named = request.parameter("authority");
    if (named.empty() || named == own) return own;
    if (!context.desk.catalogue().authorities.succeeds(own, named)) {
        return fail(ErrorCode::NotPermitted, "access.other_authority");
    }
    return std::string(named);
}

}  // namespace credit::http
