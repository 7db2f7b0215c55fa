#include "catalogue/duties/domain.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "foundation/check.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

// NOLINTBEGIN(modernize-use-designated-initializers): a table
constexpr std::array<DomainName, 19> names{{
    {Domain::TradeCompetition, "trade_competition", "贸易与公平竞争", "trade and competition"},
    {Domain::ProductFoodSafety, "product_food_safety", "产品与食品安全", "product and food safety"},
    {Domain::Health, "health", "医疗卫生", "health"},
    {Domain::Environment, "environment", "生态环境", "environment"},
    {Domain::ConstructionWorkSafety, "construction_work_safety", "工程建设与安全生产",
     "construction and work safety"},
    {Domain::Finance, "finance", "金融", "finance"},
    {Domain::Tax, "tax", "税收", "tax"},
    {Domain::WagesSocialInsurance, "wages_social_insurance", "工资与社会保险",
     "wages and social insurance"},
    {Domain::ProcurementTenders, "procurement_tenders", "政府采购与招标投标",
     "procurement and tenders"},
    {Domain::Judgments, "judgments", "履行生效裁判", "judgments"},
    {Domain::PublicFunds, "public_funds", "公共资金与国有资产", "public funds"},
    {Domain::ProfessionalResearchIntegrity, "professional_research_integrity", "职业与科研诚信",
     "professional and research integrity"},
    {Domain::TransportFaresSafety, "transport_fares_safety", "交通票款与运输安全",
     "transport fares and safety"},
    {Domain::TelecomPaymentFraud, "telecom_payment_fraud", "电信网络与支付诈骗",
     "telecom and payment fraud"},
    {Domain::OperatorInformationSecurity, "operator_information_security", "运营者信息安全",
     "information security of operators"},
    {Domain::EducationCareProviders, "education_care", "教育与照护机构",
     "education and care providers"},
    {Domain::CharityAdministration, "charity", "慈善活动管理", "charity administration"},
    {Domain::Heritage, "heritage", "文物保护", "heritage"},
    {Domain::DefenceDuties, "defence_duties", "法定国防义务", "defence duties by statute"},
}};
// NOLINTEND(modernize-use-designated-initializers)

}  // namespace

std::span<const DomainName> domains() {
    return names;
}

const DomainName& name_of(Domain domain) {
    const auto& name = names.at(static_cast<std::size_t>(std::to_underlying(domain)));
    CHECK(name.domain == domain);
    return name;
}

std::optional<Domain> find_domain(std::string_view id) {
    const auto* name = std::ranges::find(names, id, &DomainName::id);
    if (name == names.end()) return std::nullopt;
    return name->domain;
}

Result<NamedDomains> read_domains(const law::TomlTable& table) {
    NamedDomains named;
    for (auto& id : TRY(table.texts("domains"))) {
        if (const auto domain = find_domain(id)) {
            named.known.push_back(*domain);
        } else {
            named.outside.push_back(std::move(id));
        }
    }
    if (named.known.empty() && named.outside.empty()) {
        return table.fault("law.toml_missing", "domains");
    }
    return named;
}

}  // namespace credit::catalogue
