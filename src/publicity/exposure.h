// Exposure (公开范围与公示期): who may see a record or a listing, from which day through which.
//
// The public sees it in its period of publicity; authorities, for a purpose and on a ground, until
// the outer limit of disclosure; then nobody. What is sealed is in no answer at all.
//
// Law:     sd-social-credit-regulation-2020 art. 20 — natural persons are not public unless the
//          State provides
//          sd-social-credit-regulation-2020 art. 38 — dishonesty information ends after five years
//          credit-repair-measures-2025 — minor, general and serious, each with its period
// Reading: what the law publishes only in case of need (minor) is not public: nobody has said so
// Reading: decision 0109: publicity and the outer limit are clocks of their own

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/duties/list_standard.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "commitments/commitment.h"
#include "foundation/clock.h"
#include "law/library.h"
#include "lists/listing.h"
#include "publicity/publicity_period.h"

namespace credit::publicity {

enum class Range {
    Public,  // 社会公开
    Shared,  // 政务共享: authorities, for a purpose and on a ground
    Closed,  // 不公开: nobody but the subject
};

struct Exposure {
    Range range = Range::Closed;                 // the widest it ever has
    Date from{};                                 // first day of publicity
    std::optional<Date> through = {};            // last day of publicity; none: while it stands
    std::optional<Date> disclosed_through = {};  // last day for anybody; none: while it stands
    std::string why;                             // word: "publicity.minor"
    std::string article;                         // "credit-repair-measures-2025"

    // Who may see it on that day.
    Range on(Date day) const;
};

// What of a record decides.
struct RecordFacts {
    const catalogue::RecordKind& kind;
    catalogue::SubjectCategory category;
    Date decided_on{};
    std::optional<Date> conduct_on = {};     // the end of the conduct, where it is known
    std::optional<Date> valid_through = {};  // of the document, or the removal from a list
    ClassFacts classing = {};                // of a penalty
    bool reference_only = false;
    std::string basis = {};  // the text of its legal basis
};

// The last day on which anybody may be told of a record; none where the law names no limit.
std::optional<Date> disclosed_through(const RecordFacts& facts, const law::Library& law,
                                      Date today);

// Of a record, for whoever asks on that day.
Exposure exposure_of(const RecordFacts& facts, const law::Library& law,
                     const catalogue::Forbidden& forbidden, Date today);

// Of a listing. One that is held is not public while it is verified.
Exposure exposure_of(const lists::Listing& listing, const catalogue::ListStandard& standard,
                     Date today);

// Of a commitment: public while it runs and when it was kept, where the law says so or the subject
// agreed; a broken one is for authorities.
// Reading: decision 0200
Exposure exposure_of(const commitments::Commitment& commitment);

}  // namespace credit::publicity
