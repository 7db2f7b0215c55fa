// Definition of a record kind: how it is read from law/kinds, and what it must satisfy to exist.

#pragma once

#include "catalogue/code_list.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

// The faults of the reader and of read_column, "catalogue.unknown_word".
Result<RecordKind> read_record_kind(const law::TomlTable& table);

// Refused "catalogue.kind_forbidden" or "catalogue.column_forbidden" (name, matter and article),
// one ground for each offence.
Result<void> refuse_forbidden(const RecordKind& kind, const Forbidden& forbidden);

// InvalidInput "catalogue.kind_incomplete" (kind, what is wrong): a column, list, value or
// publicity rule that is named and does not exist, or is missing.
Result<void> check_definition(const RecordKind& kind, const CodeLists& codes);

}  // namespace credit::catalogue
