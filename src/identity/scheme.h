// Schemes of identifiers (证件类型、代码类型), and which of them can name a subject by themselves.

#pragma once

#include <optional>
#include <string_view>

namespace credit::identity {

enum class Scheme {
    UnifiedSocialCreditCode,   // 统一社会信用代码
    OrganisationCode,          // 组织机构代码
    RegistrationNumber,        // 工商注册号
    TaxRegistrationNumber,     // 税务登记号
    InstitutionCertificate,    // 事业单位证书号
    SocialOrganisationNumber,  // 社会组织登记证号
    OldRegistrationNumber,     // registration numbers of other forms: 13 digits, local ones
    ResidentIdentity,          // 公民身份号码, and the permits made on its pattern
    OldResidentIdentity,       // 15 位身份证号: read as the number of eighteen it became
    Passport,                  // 护照
    HongKongMacauPermit,       // 港澳居民来往内地通行证
    TaiwanPermit,              // 台湾居民来往大陆通行证
    OldPermanentResidence,     // 外国人永久居留证 before 2023: three letters and twelve digits
};

// "unified_social_credit_code" … as stores spell them.
std::string_view name_of(Scheme scheme);
std::optional<Scheme> scheme_of(std::string_view name);

// The scheme that a certificate type of the national tables names: "身份证", "护照号" … An
// "外国人永久居留身份证" is either of two; the number's length decides (parse_identifier).
std::optional<Scheme> scheme_of_certificate(std::string_view certificate_type);

// The scheme that somebody means: by its name, a certificate type, or "组织机构代码" and the like.
std::optional<Scheme> scheme_said(std::string_view kind);

// A document of a natural person.
bool of_person(Scheme scheme);
// Names a subject by itself; an identifier of another scheme is only an alias (别名) of one.
bool makes_key(Scheme scheme);

}  // namespace credit::identity
