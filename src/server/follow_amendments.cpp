// The house's catalogue follows its amendments, and the clerk carries them out.

#include <mutex>

#include "amendments/follow.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {

// An amendment takes force on a day to come, so that no answer of this day changes; what cannot be
// read now is read again at each look.
void House::follow_amendments() {
    desk_.observe([this](const ledger::Act& act) {
        if (!amendments::changes_the_catalogue(act)) return;
        catalogue_is_old_ = true;
        amend_catalogue();
        runner_.saw(act);
    });
    clerk_.at_each_look([this] {
        amend_catalogue();
        counter_.prepare(day_of(clock_->now()));
    });
    clerk_.when_trusted([this](Instant now) -> Result<void> {
        TRY(runner_.look(now));
        return {};
    });
}

void House::amend_catalogue() {
    const std::scoped_lock lock(amending_);
    if (!catalogue_is_old_.exchange(false)) return;
    auto lease = pool_.lease(sql::Access::Read);
    if (!lease || !amendments::put_in_force(**lease, lore_->law, catalogue_)) {
        catalogue_is_old_ = true;
        return;
    }
    counter_.renew();
}

}  // namespace credit::server
