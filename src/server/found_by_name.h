// What the portal finds by name: the hits of the name index, with the word that says why.

#pragma once

#include "foundation/clock.h"
#include "pages/portal.h"
#include "search/names.h"
#include "sql/pool.h"

namespace credit::server {

// All must outlive it. Until the index is filled it finds by the same name alone; its errors are
// those of the store.
pages::FindByName by_name(search::Names& names, sql::Pool& pool, const Clock& clock);

}  // namespace credit::server
