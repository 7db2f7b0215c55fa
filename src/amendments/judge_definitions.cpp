// What stands against rows that an amendment defines: they are held to all that a row of law/ is.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "amendments/judge_amendment.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/amended/definitions.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "foundation/result.h"

namespace credit::amendments {
namespace {

using catalogue::ListStandard;
using catalogue::Measure;

void add(Grounds& grounds, const Result<void>& judged) {
    if (judged) return;
    for (const auto& ground : judged.error().grounds) grounds.push_back(ground);
}

// guobanfa-2020-49: what would not take force on its day is not defined.
template <typename Row>
void judge_rows(Grounds& grounds, const Judging& judging, const std::vector<Row>& rows,
                bool (*is_taken)(const catalogue::Catalogue&, const std::string&)) {
    for (const auto& row : rows) {
        const bool taken =
            is_taken(judging.before, row.id) || std::ranges::count(rows, row.id, &Row::id) > 1;
        require(grounds, !taken, "amendments.id_taken", {row.id});
        for (const auto gap : row.gaps(judging.amendment.from)) {
            require(grounds, false, catalogue::word_of(gap), {row.id});
        }
    }
}

bool is_standard(const catalogue::Catalogue& catalogue, const std::string& id) {
    return catalogue.standards.find(id) != nullptr;
}

bool is_measure(const catalogue::Catalogue& catalogue, const std::string& id) {
    return catalogue.measures.find(id) != nullptr;
}

void judge_standard(Grounds& grounds, const Judging& judging, const ListStandard& standard) {
    for (const auto& id : standard.measures) {
        require(grounds, is_measure(judging.after, id), "amendments.unknown_row", {id});
    }
    // guobanfa-2020-49 item 7: each function is one that an authority of the province has.
    const auto authorities = judging.after.authorities.all();
    for (const auto& function : standard.functions) {
        const bool known = std::ranges::any_of(
            authorities, [&](const auto& authority) { return authority.has_function(function); });
        require(grounds, known, "amendments.unknown_function", {standard.id, function});
    }
}

void judge_told_at(Grounds& grounds, const Judging& judging) {
    for (const auto& [matter, measures] : judging.amendment.defines.told_at) {
        require(grounds, judging.after.matters.find(matter) != nullptr, "amendments.unknown_matter",
                {matter});
        for (const auto& id : measures) {
            const auto* const measure = judging.after.measures.find(id);
            require(grounds, measure != nullptr && catalogue::is_told(*measure),
                    "amendments.unknown_row", {id});
        }
    }
}

}  // namespace

void judge_definitions(Grounds& grounds, const Judging& judging) {
    const auto& defines = judging.amendment.defines;
    judge_rows(grounds, judging, defines.standards, is_standard);
    judge_rows(grounds, judging, defines.measures, is_measure);
    for (const auto& standard : defines.standards) judge_standard(grounds, judging, standard);
    add(grounds, catalogue::refuse_forbidden(judging.after.forbidden, defines.standards));
    add(grounds, catalogue::refuse_forbidden(judging.after.forbidden, defines.measures));
    judge_told_at(grounds, judging);
}

}  // namespace credit::amendments
