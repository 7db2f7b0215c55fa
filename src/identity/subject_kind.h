// Kinds of credit subjects (信用主体类别), and what the first two characters of a code say of them.
//
// The code tells which department registered a subject and in which category. It does not tell a
// legal person from an unincorporated one in every category: the registration record decides.
//
// Standard: GB 32100-2015, tables 1 and 2

#pragma once

#include <optional>
#include <string_view>

namespace credit::identity {

enum class SubjectKind {
    NaturalPerson,       // 自然人
    LegalPerson,         // 法人
    OtherOrganisation,   // 非法人组织
    IndividualBusiness,  // 个体工商户: a code, but an identifiable person behind it
};

// "natural_person" … as stores and answers spell them.
std::string_view name_of(SubjectKind kind);
// No value for a name that is none of them.
std::optional<SubjectKind> subject_kind_of(std::string_view name);

struct CodeCategory {
    char department;          // 登记管理部门代码
    char category;            // 机构类别代码
    std::string_view zh;      // the category's name
    SubjectKind likely_kind;  // until a registration record says otherwise
};

bool is_department(char department);
// Null for a category that the table does not have; newer ones are added by notice.
const CodeCategory* find_category(std::string_view code);

}  // namespace credit::identity
