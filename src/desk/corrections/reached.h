// Whom an item reached: its holders (知悉单位), those that were set to work on it and those that
// acted on it, for the act that tells them; of whom the subject is told, and whether it was open to
// everybody.
//
// Law:     luzhengfa-2017-44 item 20 — reputation is restored with whoever was told
// Reading: decision 0236: what was public is put right in public too

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::desk {

// How much of what hangs on the item falls with it.
enum class Reach : std::uint8_t {
    Item,             // its versions, and the listing that stands for it
    ItemAndItsOrders  // and the orders that rest on it
};

// Look-ups lie in a store of their own, which is read settled: who was told cannot become fewer
// meanwhile. The key is that of digest_in_block.
struct WhereShown {
    sql::Session& store;
    sql::Session& lookups;
    const crypto::Key& key;
    const law::Library& law;
    const catalogue::Catalogue& catalogue;
};

struct ReachingItem {
    std::string_view subject_key;
    std::string_view id;  // whichever of its ids
    Date day{};           // on which they are told
    Reach reach = Reach::Item;
    std::vector<std::string> orders = {};  // further orders that go with it, by their ids
    std::string_view but = {};  // a version that was right: who saw no other was not reached
};

// The errors of the sessions.
Result<lookups::Reached> reached_by(const WhereShown& where, const ReachingItem& item);

}  // namespace credit::desk
