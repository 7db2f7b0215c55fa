// Codes that named organisations before the unified social credit code (原有机构代码), and still
// name them in old files: aliases, never keys.
//
// Standard: GB 11714-1997 (organisation code), GS 15-2006 (business registration number)

#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "foundation/result.h"
#include "foundation/short_text.h"

namespace credit::identity {

// Organisation code (组织机构代码): eight characters and the one that checks them, without hyphen.
// It lives on inside the unified social credit code.
class OrganisationCode {
public:
    static constexpr std::size_t length = 9;

    // InvalidInput: "identity.organisation_length", "identity.organisation_character",
    // "identity.organisation_check".
    static Result<OrganisationCode> parse(std::string_view text);

    std::string_view text() const { return text_.view(); }

    auto operator<=>(const OrganisationCode&) const = default;

private:
    explicit OrganisationCode(std::string_view text) : text_(text) {}

    ShortText<length> text_;
};

// Business registration number (工商注册号).
class RegistrationNumber {
public:
    static constexpr std::size_t length = 15;

    // Fifteen digits of which the last checks the others, or the form of a farmers' co-operative
    // with NA in seventh place and a digit or X at the end, whose check is not established.
    // InvalidInput: "identity.registration_length", "identity.registration_character",
    // "identity.registration_check".
    static Result<RegistrationNumber> parse(std::string_view text);

    std::string_view text() const { return text_.view(); }
    // Code of the registering authority (登记机关代码).
    std::string_view division() const { return text().substr(0, 6); }
    bool of_cooperative() const { return text().substr(6, 2) == "NA"; }

    auto operator<=>(const RegistrationNumber&) const = default;

private:
    explicit RegistrationNumber(std::string_view text) : text_(text) {}

    ShortText<length> text_;
};

}  // namespace credit::identity
