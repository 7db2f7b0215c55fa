#include "backup/verify_store.h"

#include <cstdint>
#include <memory>

#include "backup/table_proof.h"
#include "desk/rebuild.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "log/verify.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/seals/verify_seals.h"
#include "sql/session.h"

namespace credit::backup {

Result<Wholeness> verify_store(const ledger::StorePlaces& places, const Progress& progress) {
    const auto keys = TRY(ledger::read_keys(places.keys));
    const auto store = TRY(sql::open_session(places.store));
    const auto log = TRY(log::verify(
        *store, {.log = places.log,
                 .verifier = {.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)}}));
    Wholeness whole{.entries = log.entries, .log = log.ok};
    const auto looked = TRY(lookups::LookupFiles::open(places));
    whole.lookups = TRY(lookups::verify_seals(*store, looked.sessions(), keys)).ok();
    const auto show = [&](std::int64_t done) { progress("rebuild", done); };
    whole.tables = TRY(desk::rebuild_check(*store, keys, show)).equal();
    return whole;
}

}  // namespace credit::backup
