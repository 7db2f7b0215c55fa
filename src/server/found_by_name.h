// What the portal finds by name: the hits of the name index, with the word that says why.

#pragma once

#include "foundation/clock.h"
#include "pages/portal.h"
#include "search/names.h"

namespace credit::server {

// Both must outlive it. The errors of search::Names::find.
pages::FindByName by_name(search::Names& names, const Clock& clock);

}  // namespace credit::server
