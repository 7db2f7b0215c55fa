// Release (到期删除): look-ups whose years of keeping are over go, whole stretches of a seal at a
// time. The act names the last id of each, and verification asks for nothing up to it.
//
// Committed to first, then deleted: a process that ends between is made up for by the next.
//
// Law: personal-information-protection-law-2021 art. 47 — what need not be kept any longer is
//      deleted; the years are lookup.retention

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/session.h"

namespace credit::lookups {

inline constexpr std::string_view release_kind = "lookups.release";

// The first day whose look-ups are still kept. NotFound "law.no_parameter".
Result<Date> kept_from(const law::Library& law, Date day);

// Of each bucket the last stretch that ends before the years of keeping began.
Result<std::vector<Stretch>> to_release(sql::Session& store, const law::Library& law, Date day);
// "lookups.release" of them, by the register itself. Conflict "lookups.released_meanwhile" when
// there is none.
Result<ledger::Draft> release(const access::Occasion& occasion);
Result<void> apply_release(sql::Session& session, const ledger::Act& act);

// What the act let go: of each bucket everything up to and with an id.
Result<std::vector<Stretch>> released_in(const ledger::Act& act);
// What all such acts let go.
Result<std::vector<Stretch>> released(sql::Session& store);
// Deletes what is left of it, in small pieces: the commit of a look-up never waits for years of
// them. On an embedded store the session is of the look-ups' own file.
Result<void> delete_released(sql::Session& lookups, const std::vector<Stretch>& stretches);

}  // namespace credit::lookups
