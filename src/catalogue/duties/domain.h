// Domain of conduct (失信行为领域): what conduct a list standard or a measure may be about.
//
// The list is closed, and stands in code so that data cannot widen it. What a person says,
// publishes, believes or petitions for, and with whom they assemble, is not on it.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

enum class Domain {
    TradeCompetition,               // 贸易与公平竞争
    ProductFoodSafety,              // 产品与食品安全
    Health,                         // 医疗卫生
    Environment,                    // 生态环境
    ConstructionWorkSafety,         // 工程建设与安全生产
    Finance,                        // 金融
    Tax,                            // 税收
    WagesSocialInsurance,           // 工资与社会保险
    ProcurementTenders,             // 政府采购与招标投标
    Judgments,                      // 履行生效裁判
    PublicFunds,                    // 公共资金与国有资产
    ProfessionalResearchIntegrity,  // 职业与科研诚信
    TransportFaresSafety,           // 交通票款与运输安全
    TelecomPaymentFraud,            // 电信网络与支付诈骗
    OperatorInformationSecurity,    // 运营者信息安全
    EducationCareProviders,         // 教育与照护机构
    CharityAdministration,          // 慈善活动管理
    Heritage,                       // 文物保护
    DefenceDuties,                  // 法定国防义务
};

struct DomainName {
    Domain domain;
    std::string_view id;  // "product_food_safety"
    std::string_view zh;
    std::string_view en;
};

// All of them, in the order of the enumeration.
std::span<const DomainName> domains();
const DomainName& name_of(Domain domain);
// None for whatever is not on the list.
std::optional<Domain> find_domain(std::string_view id);

// The domains that a row of law/ names, and what it names beside the list.
struct NamedDomains {
    std::vector<Domain> known;
    std::vector<std::string> outside;
};

// The member "domains": a list of ids, at least one. InvalidInput "law.toml_missing".
Result<NamedDomains> read_domains(const law::TomlTable& table);

}  // namespace credit::catalogue
