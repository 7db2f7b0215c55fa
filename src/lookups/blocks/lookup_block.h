// Look-up block (查询记录块): the look-ups of one commit as one row, durable and not yet settled.
//
// The table `lookup` has indexes by subject and by time, whose pages lie anywhere: writing them
// within the commit that answers wait for costs several times what the look-up itself costs. So
// the commit appends one block, and blocks are settled into the table soon after, many at a time,
// in the order of the subjects. Whoever reads `lookup` settles first and misses nothing.
//
// On SQLite blocks lie in a file of their own, so that no answer waits while others are settled:
// what is settled is durable in the one file before its block goes from the other, and where a
// crash leaves both, it is settled once.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/store_places.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/lookup.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::lookups {

// The spread of look-ups over what is sealed and worked off in parts.
std::int64_t bucket_of(std::string_view subject_key);

// Adds a look-up to the entries of a block.
void append_entry(std::string& entries, const Lookup& lookup);
// Adds the entries of a block to the look-ups. Unavailable "sql.broken" when it is none.
Result<void> read_entries(BytesView entries, std::vector<Lookup>& lookups);

struct Settled {
    std::size_t lookups = 0;
    bool all = true;                  // nothing else waits
    std::vector<std::string> blocks;  // that lie apart and have still to be removed
};

// Moves the oldest blocks, until they held so many look-ups, into the table. Where blocks lie apart
// they are copied: once the caller has removed them they are settled.
Result<Settled> settle_some(const Sessions& sessions, std::size_t lookups_min);
// A few in each transaction: whoever writes blocks meanwhile waits for no more than that.
Result<void> remove_blocks(sql::Session& blocks, std::span<const std::string> ids);
// All of them. For those who read `lookup`.
Result<void> settle(const Sessions& sessions);
Result<void> settle(const Pools& pools);
// A session to read `lookup` with, after everything recorded until now was settled.
Result<sql::Lease> lease_settled(const Pools& pools);
// Sessions with look-ups as they lie, of a store that is not served: nothing is made, and blocks
// are looked for with their table where an older version left them.
class LookupFiles {
public:
    static Result<LookupFiles> open(const ledger::StorePlaces& places);

    Sessions sessions() const {
        return {.table = *table_, .blocks = blocks_ != nullptr ? *blocks_ : *table_};
    }

private:
    std::unique_ptr<sql::Session> table_;
    std::unique_ptr<sql::Session> blocks_;  // where they lie apart
};

// Shows what is not settled yet and leaves it as it is. Whatever is settled meanwhile is shown here
// or stands in `lookup` when that is read afterwards.
Result<void> visit_unsettled(sql::Session& blocks,
                             const std::function<Result<void>(const Lookup&)>& visitor);

}  // namespace credit::lookups
