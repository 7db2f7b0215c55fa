#include "sql/sqlite/bulk_cache.h"

#include <utility>

#include "foundation/result.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/sqlite.sql.h"
#include "sql/statement.h"

namespace credit::sql {
namespace {

Result<void> tell_writer(Pool& pool, const Statement& setting) {
    if (pool.engine() != Engine::Sqlite) return {};
    auto lease = TRY(pool.lease(Access::Write));
    TRY(lease->execute(setting));
    return {};
}

}  // namespace

Result<BulkCache> BulkCache::widen(Pool& pool) {
    TRY(tell_writer(pool, statements::cache_many_pages));
    return BulkCache(pool);
}

BulkCache::BulkCache(BulkCache&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)) {}

BulkCache::~BulkCache() {
    // Where somebody else writes for long it stays wide until the next file.
    if (pool_ != nullptr && !tell_writer(*pool_, statements::cache_pages)) return;
}

}  // namespace credit::sql
