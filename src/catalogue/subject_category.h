// Category of the credit subject (信用主体类别), as the national tables divide them.

#pragma once

#include <string_view>

#include "foundation/result.h"

namespace credit::catalogue {

enum class SubjectCategory {
    Organisation,        // 法人及非法人组织
    IndividualBusiness,  // 个体工商户: published under the stricter rules for persons
    NaturalPerson,       // 自然人
};

// "organisation", "individual_business", "natural_person": also the codes of the list
// "subject_category" in law/codes.toml.
std::string_view name_of(SubjectCategory category);
// InvalidInput "catalogue.unknown_subject_category".
Result<SubjectCategory> parse_subject_category(std::string_view name);

}  // namespace credit::catalogue
