// Recognition of a file's kind and version by its header row (表头识别).
//
// Column codes and Chinese headers are accepted, mixed and in any order; width, case, spaces and
// what stands in brackets do not matter. The version that knows most of the headers is taken; of
// two that know as many, the one that misses fewer mandatory columns, then the newer one.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "catalogue/record_kind.h"
#include "foundation/result.h"

namespace credit::catalogue {

struct HeaderRecognition {
    const RecordKind* kind = nullptr;    // stands as long as the RecordKinds it came from
    std::vector<const Column*> columns;  // one for each header; null where none is read
    std::vector<std::string> unknown;    // headers that no column has
    std::vector<std::string> not_taken;  // known, and deliberately not read
    std::vector<std::string> repeated;   // a second header for a column already found
    std::vector<std::string> missing;    // printed headers of mandatory columns that are absent
    Grounds forbidden;                   // "catalogue.column_forbidden", the header as pointer

    // Nothing stands against reading the rows.
    bool readable() const { return missing.empty() && repeated.empty() && forbidden.empty(); }
};

// InvalidInput "catalogue.header_not_recognised"; Refused "catalogue.kind_not_in_force" when the
// header is that of a kind or version that cannot be filed on that day.
Result<HeaderRecognition> recognise_header(const RecordKinds& kinds, const Forbidden& forbidden,
                                           std::span<const std::string> headers, Date day);

}  // namespace credit::catalogue
