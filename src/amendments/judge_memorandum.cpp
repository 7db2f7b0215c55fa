// What stands against a memorandum: it founds nothing, and adds only what is in force by itself.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "amendments/judge_amendment.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::amendments {
namespace {

using catalogue::ListStandard;
using catalogue::Measure;
using catalogue::Memorandum;
using catalogue::MemorandumLine;
using catalogue::SubjectCategory;

constexpr std::array<std::string_view, 4> feedback_intervals{"monthly", "quarterly", "half_yearly",
                                                             "yearly"};

const Memorandum& memorandum_of(const Judging& judging) {
    CHECK(judging.amendment.memorandum.has_value());
    return *judging.amendment.memorandum;
}

void judge_signatories(Grounds& grounds, const Judging& judging, const ListStandard* standard) {
    const auto& memorandum = memorandum_of(judging);
    const auto& authorities = judging.after.authorities;
    for (const auto& code : memorandum.signatories) {
        require(grounds, authorities.find(code, judging.amendment.from).has_value(),
                "amendments.unknown_authority", {code});
    }
    require(grounds, memorandum.signatories.size() > 1, "amendments.signatories_missing");
    require(
        grounds,
        std::ranges::find(memorandum.signatories, memorandum.lead) != memorandum.signatories.end(),
        "amendments.lead_not_signatory");
    const auto lead = authorities.find(memorandum.lead, judging.amendment.from);
    if (!lead || standard == nullptr) return;
    // luzhengfa-2017-44 item 16: the authority that is competent for the list starts the action.
    require(grounds,
            std::ranges::any_of(
                standard->functions,
                [&](const std::string& function) { return (*lead)->has_function(function); }),
            "amendments.lead_not_competent");
}

void judge_standard(Grounds& grounds, const Judging& judging, const ListStandard* standard) {
    const auto& memorandum = memorandum_of(judging);
    const auto domain = catalogue::find_domain(memorandum.domain);
    require(grounds, domain.has_value(), "amendments.outside_domains", {memorandum.domain});
    require(grounds, standard != nullptr, "amendments.unknown_row", {memorandum.standard});
    if (standard == nullptr) return;
    require(grounds, standard->in_force(judging.amendment.from), "amendments.standard_not_in_force",
            {memorandum.standard});
    require(grounds,
            !domain || std::ranges::find(standard->domains, *domain) != standard->domains.end(),
            "amendments.domain_of_another", {memorandum.standard});
}

void judge_subjects(Grounds& grounds, const MemorandumLine& line, const Measure& measure) {
    require(grounds, !line.subjects.empty(), "amendments.subjects_missing", {line.measure});
    for (const auto category : line.subjects) {
        require(grounds, measure.addresses(category), "amendments.not_its_addressee",
                {line.measure});
        // Decision 0103: movement, schooling and livelihood of a person take an order that names
        // the person.
        require(grounds, category != SubjectCategory::NaturalPerson || !measure.individual_order,
                "amendments.individual_order_needed", {line.measure});
    }
}

void judge_line(Grounds& grounds, const Judging& judging, const MemorandumLine& line) {
    const auto* const measure = judging.after.measures.find(line.measure);
    require(grounds, measure != nullptr, "amendments.unknown_row", {line.measure});
    if (measure == nullptr) return;
    // guobanfa-2020-49: a memorandum alone is no basis; each line is in force by its own.
    for (const auto gap : measure->gaps(judging.amendment.from)) {
        require(grounds, false, catalogue::word_of(gap), {line.measure});
    }
    const auto domain = catalogue::find_domain(memorandum_of(judging).domain);
    require(grounds, !domain || measure->may_follow(*domain), "amendments.measure_of_other_domain",
            {line.measure});
    judge_subjects(grounds, line, *measure);
    require(grounds, !line.implementers.empty(), "amendments.implementers_missing", {line.measure});
    for (const auto& function : line.implementers) {
        require(grounds,
                std::ranges::find(measure->implementers, function) != measure->implementers.end(),
                "amendments.implementer_beyond_measure", {line.measure, function});
    }
}

}  // namespace

void judge_memorandum(Grounds& grounds, const Judging& judging) {
    const Memorandum& memorandum = memorandum_of(judging);
    const auto* const standard = judging.after.standards.find(memorandum.standard);
    require(grounds, !memorandum.title.empty(), "amendments.title_missing");
    require(grounds, !memorandum.document_number.empty(), "amendments.document_missing");
    judge_standard(grounds, judging, standard);
    judge_signatories(grounds, judging, standard);
    require(grounds,
            std::ranges::find(feedback_intervals, memorandum.feedback) != feedback_intervals.end(),
            "amendments.feedback_unknown");
    require(grounds, memorandum.through >= judging.amendment.from,
            "amendments.ends_before_it_begins");
    require(grounds, !memorandum.lines.empty(), "amendments.memorandum_empty");
    for (const auto& line : memorandum.lines) judge_line(grounds, judging, line);
}

}  // namespace credit::amendments
