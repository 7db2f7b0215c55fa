#include "identity/scheme.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace credit::identity {
namespace {

using NamedScheme = std::pair<Scheme, std::string_view>;

// In the order of the enumerators.
constexpr std::array<NamedScheme, 13> scheme_names{{
    {Scheme::UnifiedSocialCreditCode, "unified_social_credit_code"},
    {Scheme::OrganisationCode, "organisation_code"},
    {Scheme::RegistrationNumber, "registration_number"},
    {Scheme::TaxRegistrationNumber, "tax_registration_number"},
    {Scheme::InstitutionCertificate, "institution_certificate"},
    {Scheme::SocialOrganisationNumber, "social_organisation_number"},
    {Scheme::OldRegistrationNumber, "old_registration_number"},
    {Scheme::ResidentIdentity, "resident_identity"},
    {Scheme::OldResidentIdentity, "old_resident_identity"},
    {Scheme::Passport, "passport"},
    {Scheme::HongKongMacauPermit, "hong_kong_macau_permit"},
    {Scheme::TaiwanPermit, "taiwan_permit"},
    {Scheme::OldPermanentResidence, "old_permanent_residence"},
}};

// Certificate types as the national tables and the files in use spell them.
constexpr std::array<NamedScheme, 14> certificates{{
    {Scheme::ResidentIdentity, "身份证"},
    {Scheme::ResidentIdentity, "居民身份证"},
    {Scheme::ResidentIdentity, "公民身份号码"},
    {Scheme::ResidentIdentity, "港澳居民居住证"},
    {Scheme::ResidentIdentity, "台湾居民居住证"},
    {Scheme::ResidentIdentity, "港澳台居民居住证"},
    {Scheme::Passport, "护照"},
    {Scheme::Passport, "护照号"},
    {Scheme::HongKongMacauPermit, "港澳居民来往内地通行证"},
    {Scheme::HongKongMacauPermit, "回乡证"},
    {Scheme::TaiwanPermit, "台湾居民来往大陆通行证"},
    {Scheme::TaiwanPermit, "台胞证"},
    {Scheme::OldPermanentResidence, "外国人永久居留身份证"},
    {Scheme::OldPermanentResidence, "外国人永久居留证"},
}};

// Codes of organisations as the national tables head their columns.
constexpr std::array<NamedScheme, 6> codes{{
    {Scheme::UnifiedSocialCreditCode, "统一社会信用代码"},
    {Scheme::OrganisationCode, "组织机构代码"},
    {Scheme::RegistrationNumber, "工商注册号"},
    {Scheme::TaxRegistrationNumber, "税务登记号"},
    {Scheme::InstitutionCertificate, "事业单位证书号"},
    {Scheme::SocialOrganisationNumber, "社会组织登记证号"},
}};

template <typename Table>
std::optional<Scheme> find(const Table& table, std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &NamedScheme::second);
    if (found == table.end()) return std::nullopt;
    return found->first;
}

}  // namespace

std::string_view name_of(Scheme scheme) {
    return scheme_names.at(static_cast<std::size_t>(std::to_underlying(scheme))).second;
}

std::optional<Scheme> scheme_of(std::string_view name) {
    return find(scheme_names, name);
}

std::optional<Scheme> scheme_of_certificate(std::string_view certificate_type) {
    return find(certificates, certificate_type);
}

std::optional<Scheme> scheme_said(std::string_view kind) {
    if (const auto scheme = scheme_of(kind)) return scheme;
    if (const auto scheme = scheme_of_certificate(kind)) return scheme;
    return find(codes, kind);
}

bool of_person(Scheme scheme) {
    return scheme >= Scheme::ResidentIdentity;
}

bool makes_key(Scheme scheme) {
    return scheme == Scheme::UnifiedSocialCreditCode ||
           (of_person(scheme) && scheme != Scheme::OldResidentIdentity);
}

}  // namespace credit::identity
