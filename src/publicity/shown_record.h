// A record as it is shown: its columns by who may see them, its free text only when it is clean.

#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "publicity/exposure.h"
#include "publicity/subject_view.h"
#include "publicity/text_review.h"
#include "records/record.h"

namespace credit::publicity {

struct RecordReading {
    const catalogue::Catalogue& catalogue;
    const law::Library& law;
    catalogue::SubjectCategory category;
    bool for_public = true;
    Date day{};
    const TextReviews* reviews = nullptr;  // of the subject; null: none is known
};

// What of a record decides who may see it, and when it may be repaired. `body` is the record's.
RecordFacts facts_of(const records::Record& record, const catalogue::RecordKind& kind,
                     const JsonObject& body, const RecordReading& reading);

// Whether it may be shown that day is in its exposure. NotFound "catalogue.unknown_kind" for a kind
// that the catalogue lost; InvalidInput for a body that cannot be read.
Result<ShownRecord> show_record(const records::Record& record, const RecordReading& reading);

}  // namespace credit::publicity
