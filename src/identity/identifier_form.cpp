#include "identity/identifier_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/check_characters.h"
#include "identity/scheme.h"

namespace credit::identity {
namespace {

bool is_alphanumeric(char32_t character) {
    return (character >= U'0' && character <= U'9') || (character >= U'A' && character <= U'Z');
}

// Capital, half width; the Roman numeral ten is how some keyboards give an X.
char32_t plain_character(char32_t character) {
    const char32_t half = text::to_half_width(character);
    if (half >= U'a' && half <= U'z') return half - U'a' + U'A';
    return half == 0x2169 || half == 0x2179 ? U'X' : half;
}

// Hyphens, and the brackets that permits print around their number of issue.
bool is_ornament(char32_t character) {
    constexpr std::array<char32_t, 10> ornaments{U'-',   U'(',   U')',   0x2010, 0x2011,
                                                 0x2012, 0x2013, 0x2014, 0x2015, 0x2212};
    return std::ranges::find(ornaments, character) != ornaments.end();
}

bool is_apostrophe(char32_t character) {
    return character == U'\'' || character == U'`' || character == 0x2018 || character == 0x2019;
}

std::unexpected<Error> wrong_at(std::string_view word, std::size_t place) {
    return fail(ErrorCode::InvalidInput, word, {std::to_string(place)});
}

std::size_t leading_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if(text, is_digit) - text.begin());
}

bool has_length(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most;
}

// H or M and eight digits for life; then, in the older form, two of the issue.
std::string_view hong_kong_macau(std::string_view text) {
    const bool form = (text.front() == 'H' || text.front() == 'M') && all_digits(text.substr(1)) &&
                      (text.size() == 9 || text.size() == 11);
    return form ? text.substr(0, 9) : std::string_view{};
}

// Eight digits for life; then, in the older form, two of the issue and a letter of its place.
std::string_view taiwan(std::string_view text) {
    constexpr std::size_t lasting = 8;
    if (!has_length(text, lasting, 11) || text.size() == 9) return {};
    const std::string_view digits = text.substr(0, text.size() == 11 ? 10 : text.size());
    return all_digits(digits) ? text.substr(0, lasting) : std::string_view{};
}

// Of any country: letters and digits, at least one a digit.
std::string_view passport(std::string_view text) {
    return has_length(text, 5, 15) && std::ranges::any_of(text, is_digit) ? text
                                                                          : std::string_view{};
}

std::string_view permanent_residence(std::string_view text) {
    return text.size() == 15 && leading_letters(text) == 3 && all_digits(text.substr(3))
               ? text
               : std::string_view{};
}

std::string_view lasting_part(Scheme scheme, std::string_view text) {
    const auto when = [text](bool form) { return form ? text : std::string_view{}; };
    switch (scheme) {
        case Scheme::HongKongMacauPermit:
            return hong_kong_macau(text);
        case Scheme::TaiwanPermit:
            return taiwan(text);
        case Scheme::Passport:
            return passport(text);
        case Scheme::OldPermanentResidence:
            return permanent_residence(text);
        case Scheme::TaxRegistrationNumber:
            return when(has_length(text, 15, 20));
        case Scheme::InstitutionCertificate:
            return when(text.size() == 12 && all_digits(text));
        case Scheme::SocialOrganisationNumber:
        case Scheme::OldRegistrationNumber:
            return when(has_length(text, 4, 30) && std::ranges::any_of(text, is_digit));
        case Scheme::UnifiedSocialCreditCode:
        case Scheme::OrganisationCode:
        case Scheme::RegistrationNumber:
        case Scheme::ResidentIdentity:
        case Scheme::OldResidentIdentity:
            break;  // have types of their own
    }
    std::unreachable();
}

std::string_view word_of(Scheme scheme) {
    switch (scheme) {
        case Scheme::HongKongMacauPermit:
            return "identity.hong_kong_macau_form";
        case Scheme::TaiwanPermit:
            return "identity.taiwan_form";
        case Scheme::Passport:
            return "identity.passport_form";
        case Scheme::OldPermanentResidence:
            return "identity.permanent_residence_form";
        default:
            return "identity.number_form";
    }
}

}  // namespace

Result<IdentifierText> normalise(std::string_view original) {
    IdentifierText normal;
    std::string_view rest = text::trim(original);
    for (std::size_t place = 1; !rest.empty(); ++place) {
        const char32_t character = plain_character(text::take_character(rest));
        if (!is_alphanumeric(character)) {
            if (text::is_space(character) || is_ornament(character)) continue;
            if (normal.empty() && is_apostrophe(character)) continue;
            return wrong_at("identity.foreign_character", place);
        }
        if (normal.full()) return wrong_at("identity.too_long", longest_identifier);
        normal.push_back(static_cast<char>(character));
    }
    if (normal.empty()) return fail(ErrorCode::InvalidInput, "identity.empty");
    return normal;
}

Result<IdentifierText> lasting_number(Scheme scheme, const IdentifierText& text) {
    const std::string_view lasting = lasting_part(scheme, text.view());
    if (lasting.empty()) {
        return fail(ErrorCode::InvalidInput, word_of(scheme));
    }
    return IdentifierText(lasting);
}

}  // namespace credit::identity
