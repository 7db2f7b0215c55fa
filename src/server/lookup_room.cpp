#include "server/lookup_room.h"

#include <cstddef>
#include <memory>
#include <string>

#include "foundation/result.h"
#include "ledger/store_places.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/blocks/lookup_settler.h"
#include "lookups/blocks/lookup_writer.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {
namespace {

constexpr std::size_t reading_sessions_max = 16;
constexpr std::size_t waiting_max = 65536;

bool apart(const ledger::StorePlaces& places) {
    return places.blocks != places.lookups;
}

std::unique_ptr<sql::Pool> pool_of_blocks(const ledger::StorePlaces& places) {
    if (!apart(places)) return nullptr;
    return std::make_unique<sql::Pool>(places.blocks, reading_sessions_max,
                                       sql::Pool::Writers::Elsewhere);
}

std::unique_ptr<lookups::LookupSettler> settler_of(const ledger::StorePlaces& places) {
    const auto opener = [](const std::string& store) {
        return [store] { return sql::open_migrated(store); };
    };
    return std::make_unique<lookups::LookupSettler>(
        opener(places.lookups),
        apart(places) ? opener(places.blocks) : lookups::LookupSettler::Open{},
        lookups::LookupSettler::Limits{});
}

}  // namespace

LookupRoom::LookupRoom(const ledger::StorePlaces& places, bool by_hand)
    : places_(places),
      by_hand_(by_hand),
      pool_(places.lookups, reading_sessions_max, sql::Pool::Writers::Elsewhere),
      block_pool_(pool_of_blocks(places)) {}

// The threads last: two who make one file at once stand in each other's way.
Result<void> LookupRoom::open() {
    const auto table = TRY(sql::open_migrated(places_.lookups));
    if (apart(places_)) {
        TRY(sql::open_migrated(places_.blocks));
        TRY(lookups::settle(lookups::Sessions::together(*table)));
    }
    if (!by_hand_) settler_ = settler_of(places_);
    writer_ = std::make_unique<lookups::LookupWriter>(
        [this] { return sql::open_migrated(places_.blocks); }, waiting_max, settler_.get());
    return {};
}

}  // namespace credit::server
