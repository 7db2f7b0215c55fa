// Whether a store is whole (完整性): the log proves every act, the seals prove the look-ups, and
// all tables come out of the acts again. What a restored backup is asked.

#pragma once

#include <cstdint>

#include "backup/table_proof.h"
#include "foundation/result.h"
#include "ledger/store_places.h"

namespace credit::backup {

struct Wholeness {
    std::uint64_t entries = 0;  // of the log
    bool log = false;
    bool lookups = false;
    bool tables = false;

    bool all() const { return log && lookups && tables; }
};

// Needs the keys of the store. The errors of the store and of its files.
Result<Wholeness> verify_store(const ledger::StorePlaces& places, const Progress& progress);

}  // namespace credit::backup
