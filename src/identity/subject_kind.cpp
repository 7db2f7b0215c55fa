#include "identity/subject_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "foundation/check.h"

namespace credit::identity {
namespace {

using enum SubjectKind;

CodeCategory row(std::string_view prefix, std::string_view zh, SubjectKind kind) {
    return {.department = prefix[0], .category = prefix[1], .zh = zh, .likely_kind = kind};
}

// In the order of the standard's table.
const auto& categories() {
    static const std::array rows{
        row("11", "机关", LegalPerson),
        row("12", "事业单位", LegalPerson),
        row("13", "编办直接管理机构编制的群众团体", LegalPerson),
        row("19", "机构编制其他", OtherOrganisation),
        row("21", "外国常驻新闻机构", OtherOrganisation),
        row("29", "外交其他", OtherOrganisation),
        row("31", "律师执业机构", OtherOrganisation),
        row("32", "公证处", LegalPerson),
        row("33", "基层法律服务所", OtherOrganisation),
        row("34", "司法鉴定机构", OtherOrganisation),
        row("35", "仲裁委员会", LegalPerson),
        row("39", "司法行政其他", OtherOrganisation),
        row("41", "外国在华文化中心", OtherOrganisation),
        row("49", "文化其他", OtherOrganisation),
        row("51", "社会团体", LegalPerson),
        row("52", "民办非企业单位", LegalPerson),
        row("53", "基金会", LegalPerson),
        row("54", "基层群众性自治组织", LegalPerson),
        row("59", "民政其他", OtherOrganisation),
        row("61", "外国旅游部门常驻代表机构", OtherOrganisation),
        row("62", "港澳台地区旅游部门常驻内地（大陆）代表机构", OtherOrganisation),
        row("69", "旅游其他", OtherOrganisation),
        row("71", "宗教活动场所", OtherOrganisation),
        row("72", "宗教院校", OtherOrganisation),
        row("79", "宗教其他", OtherOrganisation),
        row("81", "基层工会", LegalPerson),
        row("89", "工会其他", OtherOrganisation),
        row("91", "企业", LegalPerson),
        row("92", "个体工商户", IndividualBusiness),
        row("93", "农民专业合作社", LegalPerson),
        row("A1", "军队事业单位", LegalPerson),
        row("A9", "军队其他", OtherOrganisation),
        row("N1", "组级集体经济组织", LegalPerson),
        row("N2", "村级集体经济组织", LegalPerson),
        row("N3", "乡镇级集体经济组织", LegalPerson),
        row("N9", "农业其他", OtherOrganisation),
        row("Y1", "其他", OtherOrganisation),
    };
    return rows;
}

constexpr std::array<std::pair<SubjectKind, std::string_view>, 4> kind_names{{
    {NaturalPerson, "natural_person"},
    {LegalPerson, "legal_person"},
    {OtherOrganisation, "other_organisation"},
    {IndividualBusiness, "individual_business"},
}};

}  // namespace

std::string_view name_of(SubjectKind kind) {
    return kind_names.at(static_cast<std::size_t>(std::to_underlying(kind))).second;
}

std::optional<SubjectKind> subject_kind_of(std::string_view name) {
    const auto* const found =
        std::ranges::find(kind_names, name, &std::pair<SubjectKind, std::string_view>::second);
    if (found == kind_names.end()) return std::nullopt;
    return found->first;
}

bool is_department(char department) {
    return std::string_view("123456789ANY").contains(department);
}

const CodeCategory* find_category(std::string_view code) {
    CHECK(code.size() >= 2);
    const auto& rows = categories();
    const auto* const found = std::ranges::find_if(rows, [code](const CodeCategory& category) {
        return category.department == code[0] && category.category == code[1];
    });
    return found == rows.end() ? nullptr : found;
}

}  // namespace credit::identity
