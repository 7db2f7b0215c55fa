// The clerk forgets what is kept for a while only: answers to requests, and unsent forms.

#include <cstdint>

#include "forms/form_book.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/idempotency.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {

// Once a day. In portions, so that no act waits long for the one writer.
void House::forget_expired() {
    clerk_.when_trusted([this](Instant now) -> Result<void> {
        const Date today = day_of(now);
        if (forgotten_on_ == today) return {};
        constexpr std::int64_t at_once = 500;
        std::int64_t forgotten = at_once;
        while (forgotten == at_once) {
            auto lease = TRY(pool_.lease(sql::Access::Write));
            forgotten = TRY(ledger::forget_idempotent(*lease, now, at_once));
        }
        auto lease = TRY(pool_.lease(sql::Access::Write));
        TRY(forms::FormBook::forget_old(*lease, today));
        forgotten_on_ = today;
        return {};
    });
}

}  // namespace credit::server
