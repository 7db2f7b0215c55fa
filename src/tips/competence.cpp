#include "tips/competence.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/domain.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "foundation/clock.h"

namespace credit::tips {
namespace {

using catalogue::Authority;
using catalogue::Domain;
using Functions = std::array<std::string_view, 4>;

using Supervised = std::pair<Domain, Functions>;

// The functions of law/authorities.toml that supervise each domain, the first the nearest.
constexpr std::array<Supervised, 19> all{{
    {Domain::TradeCompetition, {"market_supervision", "commerce"}},
    {Domain::ProductFoodSafety, {"market_supervision", "drug_supervision", "agriculture"}},
    {Domain::Health, {"health", "medical_security"}},
    {Domain::Environment, {"ecology", "water", "natural_resources"}},
    {Domain::ConstructionWorkSafety, {"emergency_management", "housing", "mine_safety"}},
    {Domain::Finance, {"financial_supervision", "securities", "central_bank", "local_finance"}},
    {Domain::Tax, {"tax", "customs"}},
    {Domain::WagesSocialInsurance, {"human_resources", "medical_security"}},
    {Domain::ProcurementTenders, {"procurement", "public_resource_trading"}},
    {Domain::Judgments, {"courts"}},
    {Domain::PublicFunds, {"finance", "audit", "state_assets"}},
    {Domain::ProfessionalResearchIntegrity, {"science", "human_resources", "education"}},
    {Domain::TransportFaresSafety, {"transport", "railway", "aviation"}},
    {Domain::TelecomPaymentFraud, {"public_security", "communications"}},
    {Domain::OperatorInformationSecurity, {"cyberspace", "communications"}},
    {Domain::EducationCareProviders, {"education", "civil_affairs"}},
    {Domain::CharityAdministration, {"civil_affairs"}},
    {Domain::Heritage, {"cultural_relics"}},
    {Domain::DefenceDuties, {"national_defence", "civil_air_defence"}},
}};

Functions functions_of(std::string_view domain) {
    const auto known = catalogue::find_domain(domain);
    if (!known) return {};
    const auto* const found = std::ranges::find(all, *known, &Supervised::first);
    return found == all.end() ? Functions{} : found->second;
}

void add(std::vector<const Authority*>& to, std::span<const Authority* const> from) {
    for (const auto* const each : from) {
        if (takes_tips(*each) && std::ranges::find(to, each) == to.end()) to.push_back(each);
    }
}

}  // namespace

bool takes_tips(const Authority& authority) {
    return !authority.has_function("credit_office");
}

bool is_competent(const Authority& authority, std::string_view domain) {
    if (!takes_tips(authority)) return false;
    return std::ranges::any_of(functions_of(domain), [&](std::string_view function) {
        return !function.empty() && authority.has_function(function);
    });
}

std::vector<const Authority*> competent_for(const catalogue::Catalogue& catalogue,
                                            std::string_view domain, std::string_view region,
                                            Date day) {
    using catalogue::RegionLevel;
    std::vector<const Authority*> competent;
    const auto& authorities = catalogue.authorities;
    for (const auto function : functions_of(domain)) {
        if (function.empty()) break;
        auto at_city = authorities.competent_for(function, RegionLevel::City, region, day);
        if (at_city.empty()) {
            at_city = authorities.competent_for(function, RegionLevel::Province, region, day);
        }
        add(competent, at_city);
    }
    return competent;
}

}  // namespace credit::tips
