#include "complaints/competence.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "complaints/complaint.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::complaints {
namespace {

using catalogue::RegionLevel;

// The function of the unit above one that has no department of its own kind above it.
std::string_view function_above(const catalogue::Authority& respondent) {
    if (respondent.has_function("credit_office")) return "government";
    if (respondent.has_function("government")) return "supervision_organ";
    // civil-procedure-law-2023 art. 14
    if (respondent.has_function("courts")) return "procuratorate";
    // sd-social-credit-regulation-2020 art. 5
    return "credit_office";
}

}  // namespace

bool is_same_unit(const catalogue::Authorities& authorities, std::string_view one,
                  std::string_view other) {
    return authorities.succeeds(one, other) || authorities.succeeds(other, one);
}

std::string answering_unit(const catalogue::Authorities& authorities, std::string_view respondent,
                           Date day) {
    if (respondent != the_register) return std::string(respondent);
    // sd-social-credit-regulation-2020 art. 9
    const auto offices = authorities.all();
    const auto found = std::ranges::find_if(offices, [&](const catalogue::Authority& office) {
        return office.level == RegionLevel::Province && office.has_function("credit_office") &&
               office.validity.covers(day);
    });
    return found == offices.end() ? std::string() : found->code;
}

Result<std::string> competent_unit(const catalogue::Authorities& authorities,
                                   std::string_view respondent, Date day) {
    const auto* const unit = TRY(authorities.find(answering_unit(authorities, respondent, day)));
    const auto first = [&](std::string_view function) -> std::string {
        for (const auto* const above :
             authorities.competent_for(function, RegionLevel::Province, unit->region, day)) {
            if (!is_same_unit(authorities, above->code, unit->code)) return above->code;
        }
        return {};
    };
    std::string found;
    const bool below = unit->level != RegionLevel::Province;
    if (below && !unit->functions.empty()) found = first(unit->functions.front());
    if (found.empty()) found = first(function_above(*unit));
    if (found.empty()) return fail(ErrorCode::Refused, "complaints.no_unit_above");
    return found;
}

}  // namespace credit::complaints
