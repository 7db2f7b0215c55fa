// The catalogue follows its amendments: at start, and after each act that approves or withdraws
// one.

#pragma once

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::amendments {

// Puts what binds on top of law/. The errors of the store.
Result<void> put_in_force(sql::Session& session, const law::Library& law,
                          catalogue::Catalogue& catalogue);
// Whether the act changes what binds.
bool changes_the_catalogue(const ledger::Act& act);

}  // namespace credit::amendments
