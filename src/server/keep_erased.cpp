// What was erased stays so, also when the store came back from a backup; and what may be told to
// nobody any more is erased.

#include <expected>
#include <mutex>
#include <tuple>
#include <vector>

#include "access/occasion.h"
#include "desk/clerk/record_eraser.h"
#include "desk/lookups/seal_lookups.h"
#include "erasure/erase_expired.h"
#include "erasure/erase_item.h"
#include "erasure/journal.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {
namespace {

// What the journal names and the store still holds.
Result<std::vector<erasure::Erased>> come_back(sql::Pool& pool,
                                               const std::vector<erasure::Erased>& journal) {
    std::vector<erasure::Erased> back;
    auto lease = TRY(pool.lease(sql::Access::Read));
    for (const auto& each : journal) {
        if (TRY(erasure::stands(*lease, each.subject_key, each.what, each.item_id))) {
            back.push_back(each);
        }
    }
    return back;
}

}  // namespace

// And the journal knows what was erased before an end that came too early.
Result<void> House::keep_erased() {
    const auto journal = TRY(erasure::read_journal(places_.erased));
    for (const auto& each : TRY(come_back(pool_, journal))) {
        const auto again = desk_.perform({.principal = desk::register_itself(),
                                          .channel = "clerk",
                                          .received_at = clock_->now()},
                                         each.subject_key, [&](const access::Occasion& occasion) {
                                             return erasure::erase_again(occasion, each.subject_key,
                                                                         each.what, each.item_id);
                                         });
        if (!again && again.error().code != ErrorCode::NotFound) {
            return std::unexpected(again.error());
        }
    }
    // What cannot be noted now is noted at the next start: the store itself knows it.
    desk_.observe([this](const ledger::Act& act) {
        if (act.kind == erasure::expired_kind) std::ignore = note_expired(act);
        if (act.kind == "erasure.erase_item") std::ignore = note_erased();
    });
    return note_erased();
}

// One after another: what was read later is written later.
Result<void> House::note_erased() {
    const std::scoped_lock lock(noting_);
    auto lease = TRY(pool_.lease(sql::Access::Read));
    const auto erased = TRY(erasure::erased_in(*lease));
    return erasure::write_journal(places_.erased, erased);
}

// They are many: each is added, and the journal is not read.
Result<void> House::note_expired(const ledger::Act& act) {
    const std::scoped_lock lock(noting_);
    return erasure::add_to_journal(places_.erased, TRY(erasure::erased_by(act)));
}

void House::erase_expired() {
    clerk_.when_trusted([this](Instant now) -> Result<void> {
        TRY(eraser_.look(now));
        return {};
    });
    desk_.observe([this](const ledger::Act& act) { eraser_.saw(act); });
}

}  // namespace credit::server
