#include "desk/matters/perform_with_file.h"

#include <utility>

#include "access/occasion.h"
#include "desk/desk.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/act.h"

namespace credit::desk {
namespace {

bool names(const ledger::Act& act, const files::Evidence& sealed) {
    return act.body.contains(sealed.digest);
}

// Where the store was away, its commit may have come through though its answer did not: it is asked
// for the act, behind whatever still has the home key. A file it cannot be asked about stays.
bool may_be_named(Desk& desk, const Caller& caller, const FileWork& work,
                  const Result<ledger::Act>& performed, const files::Evidence& sealed) {
    if (performed) return names(*performed, sealed);
    if (performed.error().code != ErrorCode::Unavailable) return false;
    if (caller.idempotency_key.empty()) return true;
    const auto found = desk.find_performed(caller, work.home_key);
    if (!found) return true;
    const auto& act = *found;
    return act && names(*act, sealed);
}

}  // namespace

Result<ledger::Act> perform_with_file(Desk& desk, const Caller& caller, const FileWork& work) {
    if (auto before = TRY(desk.find_performed(caller, work.home_key))) return *std::move(before);
    const auto sealed = TRY(work.seal());
    auto performed = desk.perform(caller, work.home_key, [&](const access::Occasion& occasion) {
        return work.decide(occasion, sealed);
    });
    if (!may_be_named(desk, caller, work, performed, sealed)) {
        files::remove_content(work.folder, sealed);
    }
    return performed;
}

}  // namespace credit::desk
