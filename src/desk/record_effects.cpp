#include "desk/record_effects.h"

#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lists/adopt_listing.h"
#include "records/withdraw_record.h"
#include "sql/session.h"

namespace credit::desk {

Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act) {
    TRY(records::apply_withdraw_record(session, act));
    const auto body = TRY(parse_object(act.body));
    const auto record = TRY(read_text(body, "record"));
    return lists::end_with_record(session, act, record);
}

}  // namespace credit::desk
