#include "catalogue/offices/authority_definition.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/validity.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "identity/check_characters.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr std::string_view province = "370000";

// A department of every city.
struct Department {
    std::string letters;
    std::string zh;  // 济南市 takes the place of {}
    std::string en;
    std::vector<std::string> functions;
    Validity validity;
    std::string successor;  // letters
    std::int64_t serial;
};

Result<Department> read_department(const law::TomlTable& table) {
    TRY(table.refuse_unknown(
        {"letters", "zh", "en", "functions", "from", "through", "successor", "serial"}));
    return Department{.letters = TRY(table.text("letters")),
                      .zh = TRY(table.text("zh")),
                      .en = TRY(table.text("en")),
                      .functions = TRY(table.texts("functions")),
                      .validity = TRY(read_validity(table)),
                      .successor = TRY(table.text_or("successor", "")),
                      .serial = TRY(table.integer("serial"))};
}

std::string filled(std::string_view pattern, std::string_view name) {
    const auto gap = pattern.find("{}");
    CHECK(gap != std::string_view::npos);
    return std::string(pattern.substr(0, gap)) + std::string(name) +
           std::string(pattern.substr(gap + 2));
}

// The days on which both are in force.
Validity common_days(const Validity& one, const Validity& other) {
    Validity both = one;
    if (other.from && (!both.from || *both.from < *other.from)) both.from = other.from;
    if (other.through && (!both.through || *other.through < *both.through)) {
        both.through = other.through;
    }
    return both;
}

bool is_empty(const Validity& validity) {
    return validity.from && validity.through && *validity.through < *validity.from;
}

// Who takes over: the department after it where it ended, of the city after its own where that
// ended with it or before.
Result<std::string> successor_of(const Department& department, const Region& city,
                                 const Regions& regions) {
    const auto& city_end = city.validity.through;
    const auto& department_end = department.validity.through;
    const bool city_ends = city_end && (!department_end || *city_end <= *department_end);
    const bool department_ends = department_end && (!city_end || *department_end <= *city_end);
    if (!city_ends && !department_ends) return std::string();

    const auto& letters = department_ends ? department.successor : department.letters;
    const Region* heir = &city;
    if (city_ends) heir = TRY(regions.find(city.successor));
    return heir->letters + "-" + letters;
}

Result<Authority> in_city(const Department& department, const Region& city,
                          const Regions& regions) {
    return Authority{
        .code = city.letters + "-" + department.letters,
        .zh = filled(department.zh, city.zh),
        .en = filled(department.en, city.en),
        .unified_social_credit_code = synthetic_credit_code(department.serial, city.code),
        .functions = department.functions,
        .level = RegionLevel::City,
        .region = city.code,
        .validity = common_days(department.validity, city.validity),
        .successor = TRY(successor_of(department, city, regions))};
}

}  // namespace

std::string synthetic_credit_code(std::int64_t serial, std::string_view region) {
    CHECK(serial > 0 && serial < 1000 && region.size() == 6);
    const auto digits = std::to_string(1000 + serial).substr(1);
    std::string organisation = "XH" + digits + std::string(region.substr(2, 2)) + "0";
    organisation += identity::organisation_check(organisation);
    std::string code = "11379999" + organisation;
    code += identity::credit_code_check(code);
    return code;
}

Result<Authority> read_authority(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"code", "zh", "en", "functions", "level", "region", "serial", "from",
                              "through", "successor"}));
    Authority authority{.code = TRY(table.text("code")),
                        .zh = TRY(table.text("zh")),
                        .en = TRY(table.text("en")),
                        .functions = TRY(table.texts("functions")),
                        .level = RegionLevel::Province,
                        .region = TRY(table.text_or("region", province)),
                        .validity = TRY(read_validity(table)),
                        .successor = TRY(table.text_or("successor", ""))};
    if (table.contains("level")) authority.level = TRY(read_region_level(table, "level"));
    const auto serial = TRY(table.integer("serial"));
    authority.unified_social_credit_code = synthetic_credit_code(serial, authority.region);
    return authority;
}

Result<std::vector<Authority>> read_city_department(const law::TomlTable& table,
                                                    const Regions& regions) {
    const auto department = TRY(read_department(table));
    std::vector<Authority> authorities;
    for (const auto& region : regions.all()) {
        if (region.level != RegionLevel::City) continue;
        auto authority = TRY(in_city(department, region, regions));
        if (!is_empty(authority.validity)) authorities.push_back(std::move(authority));
    }
    return authorities;
}

}  // namespace credit::catalogue
