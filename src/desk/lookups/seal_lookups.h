// Sealing at work: one act over what was looked up since the last.

#pragma once

#include <cstdint>
#include <string>

#include "access/principal.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/blocks/lookup_writer.h"

namespace credit::desk {

struct LookupParts {
    Desk& desk;
    lookups::LookupWriter& writer;
    lookups::Pools pools;  // in which look-up records lie
};

// Seals every look-up whose id is not after `through_id`, in as many acts as it takes; returns how
// many were sealed here. What another node seals meanwhile is well: the rest is planned again.
// Whoever is still looking up waits for nothing: an id that old is not on its way.
Result<std::int64_t> seal_lookups(const LookupParts& parts, Instant now,
                                  const std::string& through_id);

// At the start: what is recorded from here on comes after whatever was sealed before.
Result<void> begin_after_seals(Desk& desk, lookups::LookupWriter& writer);

// Where other nodes seal: what is recorded here from here on comes after what that act sealed.
Result<void> begin_after_seal(const ledger::Act& act, lookups::LookupWriter& writer);

// The register itself, when it performs what nobody asked for.
const access::Principal& register_itself();

}  // namespace credit::desk
