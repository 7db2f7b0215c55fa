// Look-up block (查询记录块): the look-ups of one commit as one row, durable and not yet settled.
//
// The table `lookup` has indexes by subject and by time, whose pages lie anywhere: writing them
// within the commit that answers wait for costs several times what the look-up itself costs. So
// the commit appends one block, and blocks are settled into the table soon after, many at a time,
// in the order of the subjects. Whoever reads `lookup` settles first and misses nothing.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

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

// Moves the oldest blocks, at most so many, in one transaction; how many look-ups they held. Zero:
// none waits.
Result<std::size_t> settle_some(sql::Session& session, std::size_t blocks_max);
// All of them. For those who read `lookup`.
Result<void> settle(sql::Session& session);
// A session to read `lookup` with, after everything recorded until now was settled.
Result<sql::Lease> lease_settled(sql::Pool& pool);

}  // namespace credit::lookups
