#include "amendments/follow.h"

#include "amendments/amendment_register.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::amendments {

Result<void> put_in_force(sql::Session& session, const law::Library& law,
                          catalogue::Catalogue& catalogue) {
    const auto binding = TRY(binding_but(session, law, ""));
    catalogue::amend(catalogue, binding);
    return {};
}

bool changes_the_catalogue(const ledger::Act& act) {
    return act.kind == "amendments.approve_amendment" ||
           act.kind == "amendments.withdraw_amendment";
}

}  // namespace credit::amendments
