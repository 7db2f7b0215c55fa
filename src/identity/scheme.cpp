#include "identity/scheme.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace credit::identity {
namespace {

using enum Scheme;
using Named = std::pair<Scheme, std::string_view>;

// In the order of the enumerators.
constexpr std::array<Named, 13> names{{
    {UnifiedSocialCreditCode, "unified_social_credit_code"},
    {OrganisationCode, "organisation_code"},
    {RegistrationNumber, "registration_number"},
    {TaxRegistrationNumber, "tax_registration_number"},
    {InstitutionCertificate, "institution_certificate"},
    {SocialOrganisationNumber, "social_organisation_number"},
    {OldRegistrationNumber, "old_registration_number"},
    {ResidentIdentity, "resident_identity"},
    {OldResidentIdentity, "old_resident_identity"},
    {Passport, "passport"},
    {HongKongMacauPermit, "hong_kong_macau_permit"},
    {TaiwanPermit, "taiwan_permit"},
    {OldPermanentResidence, "old_permanent_residence"},
}};

// Certificate types as the national tables and the files in use spell them.
constexpr std::array<Named, 14> certificates{{
    {ResidentIdentity, "身份证"},
    {ResidentIdentity, "居民身份证"},
    {ResidentIdentity, "公民身份号码"},
    {ResidentIdentity, "港澳居民居住证"},
    {ResidentIdentity, "台湾居民居住证"},
    {ResidentIdentity, "港澳台居民居住证"},
    {Passport, "护照"},
    {Passport, "护照号"},
    {HongKongMacauPermit, "港澳居民来往内地通行证"},
    {HongKongMacauPermit, "回乡证"},
    {TaiwanPermit, "台湾居民来往大陆通行证"},
    {TaiwanPermit, "台胞证"},
    {OldPermanentResidence, "外国人永久居留身份证"},
    {OldPermanentResidence, "外国人永久居留证"},
}};

// Codes of organisations as the national tables head their columns.
constexpr std::array<Named, 6> codes{{
    {UnifiedSocialCreditCode, "统一社会信用代码"},
    {OrganisationCode, "组织机构代码"},
    {RegistrationNumber, "工商注册号"},
    {TaxRegistrationNumber, "税务登记号"},
    {InstitutionCertificate, "事业单位证书号"},
    {SocialOrganisationNumber, "社会组织登记证号"},
}};

template <typename Table>
std::optional<Scheme> find(const Table& table, std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &Named::second);
    if (found == table.end()) return std::nullopt;
    return found->first;
}

}  // namespace

std::string_view name_of(Scheme scheme) {
    return names.at(static_cast<std::size_t>(std::to_underlying(scheme))).second;
}

std::optional<Scheme> scheme_of(std::string_view name) {
    return find(names, name);
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
    return scheme >= ResidentIdentity;
}

bool makes_key(Scheme scheme) {
    return scheme == UnifiedSocialCreditCode ||
           (of_person(scheme) && scheme != OldResidentIdentity);
}

}  // namespace credit::identity
