// The clerk tells whoever was shown a record that a further row has replaced.

#include "desk/corrections/correction_teller.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::server {

void House::tell_corrections() {
    desk_.observe_rows([this] { corrections_.saw_rows(); });
    clerk_.when_trusted([this](Instant now) -> Result<void> {
        TRY(corrections_.look(now));
        return {};
    });
}

}  // namespace credit::server
