// Look-up block (查询记录块): the look-ups of one commit as one row, durable and not yet settled.
//
// The table `lookup` has indexes by subject and by time, whose pages lie anywhere: writing them
// within the commit that answers wait for costs several times what the look-up itself costs. So
// the commit appends one block, and blocks are settled into the table soon after, many at a time,
// in the order of the subjects. Whoever reads `lookup` settles first and misses nothing.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::lookups {

// Adds a look-up to the entries of a block.
void append_entry(std::string& entries, const Lookup& lookup);
// Adds the entries of a block to the look-ups. Unavailable "sql.broken" when it is none.
Result<void> read_entries(BytesView entries, std::vector<Lookup>& lookups);

struct Settled {
    std::size_t lookups = 0;
    bool all = true;  // nothing else waits
};

// Moves the oldest blocks, until they held so many look-ups, in one transaction.
Result<Settled> settle_some(sql::Session& session, std::size_t lookups_min);
// All of them. For those who read `lookup`.
Result<void> settle(sql::Session& session);
// A session to read `lookup` with, after everything recorded until now was settled.
Result<sql::Lease> lease_settled(sql::Pool& pool);
// Shows what is not settled yet and leaves it as it is.
Result<void> visit_unsettled(sql::Session& session,
                             const std::function<void(const Lookup&)>& visitor);

}  // namespace credit::lookups
