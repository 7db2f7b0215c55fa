// Room for a large file in the memory of the one that writes an embedded store: rows that lie
// anywhere in it touch the same pages again and again.

#pragma once

#include "foundation/result.h"
#include "sql/pool.h"

namespace credit::sql {

// 128 MiB while it lives, of which only what is touched is taken; then as before.
class BulkCache {
public:
    // The pool must outlive it.
    static Result<BulkCache> widen(Pool& pool);
    BulkCache(BulkCache&& other) noexcept;
    BulkCache& operator=(BulkCache&&) = delete;
    BulkCache(const BulkCache&) = delete;
    BulkCache& operator=(const BulkCache&) = delete;
    ~BulkCache();

private:
    explicit BulkCache(Pool& pool) : pool_(&pool) {}
    Pool* pool_;
};

}  // namespace credit::sql
