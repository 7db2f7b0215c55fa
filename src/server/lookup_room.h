// The room of look-ups: the files they lie in, the thread that writes them and the one that
// settles them.

#pragma once

#include <cstddef>
#include <memory>

#include "foundation/result.h"
#include "ledger/store_places.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_settler.h"
#include "lookups/blocks/lookup_writer.h"
#include "sql/pool.h"

namespace credit::server {

class LookupRoom {
public:
    // By hand: blocks are settled by readers alone.
    LookupRoom(const ledger::StorePlaces& places, bool by_hand);

    // Before anything else: brings the tables to the newest migration, settles blocks that lie with
    // their table, where earlier versions had them, and starts the threads. The errors of the
    // store.
    Result<void> open();

    lookups::Pools pools() {
        return {.table = pool_, .blocks = block_pool_ ? *block_pool_ : pool_};
    }
    lookups::LookupWriter& writer() { return *writer_; }
    std::size_t unsettled() const { return settler_ ? settler_->unsettled() : 0; }

private:
    const ledger::StorePlaces& places_;
    bool by_hand_;
    sql::Pool pool_;
    std::unique_ptr<sql::Pool> block_pool_;            // where blocks lie apart
    std::unique_ptr<lookups::LookupSettler> settler_;  // unless by hand
    std::unique_ptr<lookups::LookupWriter> writer_;
};

}  // namespace credit::server
