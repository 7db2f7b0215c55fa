// What stands against an agreement on recognition.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "amendments/judge_amendment.h"
#include "catalogue/amended/agreement.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "foundation/check.h"
#include "foundation/result.h"

namespace credit::amendments {
namespace {

// gb-t-2260-2007: a province's code ends in four noughts.
bool is_other_province(std::string_view region) {
    constexpr std::size_t length = 6;
    return region.size() == length && region.ends_with("0000") &&
           catalogue::is_another_province(region) && region.front() != '0' &&
           std::ranges::all_of(region, [](char each) { return each >= '0' && each <= '9'; });
}

}  // namespace

void judge_agreement(Grounds& grounds, const Judging& judging) {
    CHECK(judging.amendment.agreement.has_value());
    const auto& agreement = *judging.amendment.agreement;
    require(grounds, !agreement.title.empty(), "amendments.title_missing");
    require(grounds, !agreement.document_number.empty(), "amendments.document_missing");
    require(grounds, is_other_province(agreement.region) && !agreement.region_name.empty(),
            "amendments.not_another_region", {agreement.region});
    require(grounds, !agreement.signatories.empty(), "amendments.nobody_signed");
    for (const auto& code : agreement.signatories) {
        require(grounds, judging.after.authorities.find(code, judging.amendment.from).has_value(),
                "amendments.unknown_authority", {code});
    }
    require(grounds, !agreement.categories.empty(), "amendments.nothing_recognised");
    const auto list = judging.after.codes.find("evaluation_category");
    for (const auto& category : agreement.categories) {
        require(grounds, list && (*list)->find(category) != nullptr, "amendments.unknown_category",
                {category});
    }
    require(grounds, agreement.through >= judging.amendment.from,
            "amendments.ends_before_it_begins");
}

}  // namespace credit::amendments
