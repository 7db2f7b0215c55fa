#include "catalogue/subject_category.h"

#include <string_view>

#include "catalogue/spelling.h"
#include "foundation/result.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<SubjectCategory, 3> categories = {{
    {SubjectCategory::Organisation, "organisation"},
    {SubjectCategory::IndividualBusiness, "individual_business"},
    {SubjectCategory::NaturalPerson, "natural_person"},
}};

}  // namespace

std::string_view name_of(SubjectCategory category) {
    return spelling_of(categories, category);
}

Result<SubjectCategory> parse_subject_category(std::string_view name) {
    for (const auto& [category, spelling] : categories) {
        if (spelling == name) return category;
    }
    return fail(ErrorCode::InvalidInput, "catalogue.unknown_subject_category");
}

}  // namespace credit::catalogue
