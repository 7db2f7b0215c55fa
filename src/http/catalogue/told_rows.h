// Rows of the catalogue as JSON tells them.

#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/library.h"

namespace credit::http {

JsonObject told(const catalogue::ListStandard& standard, const law::Library& library, Date day);
JsonObject told(const catalogue::Measure& measure, const law::Library& library, Date day);
JsonObject told(const catalogue::Matter& matter, const law::Library& library, Date day);
JsonObject told(const catalogue::RecordKind& kind, const law::Library& library, Date day);
JsonObject told(const catalogue::Authority& authority, const law::Library& library, Date day);
JsonObject told(const catalogue::LookupGround& ground, const law::Library& library, Date day);
JsonObject told(const catalogue::CodeList& list, const law::Library& library, Date day);
// Without its grounds.
JsonObject told(const catalogue::Purpose& purpose);

}  // namespace credit::http
