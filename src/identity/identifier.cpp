#include "identity/identifier.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/check_characters.h"
#include "identity/identifier_form.h"
#include "identity/old_codes.h"
#include "identity/resident_identity_number.h"
#include "identity/scheme.h"
#include "identity/unified_social_credit_code.h"

namespace credit::identity {
namespace {

// Of two schemes that have the text's form, the one whose check it passes.
Result<Identifier> the_one_that_fits(Scheme likelier, Scheme other, std::string_view text,
                                     const Reading& reading) {
    auto first = parse_as(likelier, text, reading);
    auto second = parse_as(other, text, reading);
    if (!second) return first;
    if (first) return fail(ErrorCode::InvalidInput, "identity.scheme_needed");
    return second;
}

struct Named {
    std::string_view kind;  // empty when the number stands alone
    std::string_view number;
};

// The first colon, of either width, parts the kind from the number.
Named split_kind(std::string_view text) {
    constexpr std::string_view narrow = ":";
    constexpr std::string_view wide = "\uFF1A";
    const auto place = std::min(text.find(narrow), text.find(wide));
    if (place == std::string_view::npos) return {.kind = {}, .number = text};
    const auto width = text.substr(place).starts_with(narrow) ? narrow.size() : wide.size();
    return {.kind = text::trim(text.substr(0, place)), .number = text.substr(place + width)};
}

// Eighteen characters: a code of an organisation or a number of a person. The one that it looks
// like comes first, since its error is the one to show.
Result<Identifier> recognise_eighteen(std::string_view text, const Reading& reading) {
    const std::string_view year = text.substr(6, 2);
    const bool like_a_person = all_digits(text.substr(0, 17)) && (year == "19" || year == "20");
    if (like_a_person) {
        return the_one_that_fits(Scheme::ResidentIdentity, Scheme::UnifiedSocialCreditCode, text,
                                 reading);
    }
    // With a letter before its end it is no number of a person.
    if (!all_digits(text.substr(0, 17))) {
        return parse_as(Scheme::UnifiedSocialCreditCode, text, reading);
    }
    return the_one_that_fits(Scheme::UnifiedSocialCreditCode, Scheme::ResidentIdentity, text,
                             reading);
}

Result<Identifier> recognise_fifteen(std::string_view text, const Reading& reading) {
    if (all_digits(text)) {
        return the_one_that_fits(Scheme::RegistrationNumber, Scheme::OldResidentIdentity, text,
                                 reading);
    }
    if (text.substr(6, 2) == "NA") return parse_as(Scheme::RegistrationNumber, text, reading);
    return parse_as(Scheme::OldPermanentResidence, text, reading);
}

// Nine characters: one letter before eight digits may also be a passport or a permit.
Result<Identifier> recognise_nine(std::string_view text, const Reading& reading) {
    if (!all_digits(text.substr(0, 1)) && all_digits(text.substr(1))) {
        return fail(ErrorCode::InvalidInput, "identity.scheme_needed");
    }
    return parse_as(Scheme::OrganisationCode, text, reading);
}

// Of the schemes whose text alone is kept.
Result<IdentifierText> kept_text(Scheme scheme, const IdentifierText& text) {
    if (scheme == Scheme::OrganisationCode) {
        TRY(OrganisationCode::parse(text.view()));
        return text;
    }
    if (scheme == Scheme::RegistrationNumber) {
        TRY(RegistrationNumber::parse(text.view()));
        return text;
    }
    return lasting_number(scheme, text);
}

// What the scheme reads a text of that length as.
Scheme by_length(Scheme scheme, std::size_t length) {
    if (scheme == Scheme::ResidentIdentity && length == ResidentIdentityNumber::old_length) {
        return Scheme::OldResidentIdentity;
    }
    if (scheme == Scheme::OldPermanentResidence && length == ResidentIdentityNumber::length) {
        return Scheme::ResidentIdentity;
    }
    return scheme;
}

constexpr std::string_view stars = "****";

std::string mask(const Identifier& identifier) {
    if (!identifier.of_person()) return std::string(identifier.reveal());
    const auto& resident = identifier.resident();
    if (!resident || resident->area().starts_with('9')) return std::string(stars);
    return std::string(resident->area().substr(0, 2)).append(stars);
}

}  // namespace

Identifier::Identifier(const UnifiedSocialCreditCode& code)
    : scheme_(Scheme::UnifiedSocialCreditCode), text_(code.text()), code_(code) {}

Identifier::Identifier(const ResidentIdentityNumber& number)
    : scheme_(Scheme::ResidentIdentity), text_(number.reveal()), resident_(number) {}

std::optional<Date> Identifier::born_on() const {
    if (!resident_) return std::nullopt;
    return resident_->born_on();
}

Result<Identifier> Identifier::of_text(Scheme scheme, const IdentifierText& text,
                                       const Reading& reading) {
    const std::string_view view = text.view();
    if (scheme == Scheme::UnifiedSocialCreditCode) {
        return Identifier(TRY(UnifiedSocialCreditCode::parse(view, *reading.exceptions)));
    }
    if (scheme == Scheme::ResidentIdentity) {
        return Identifier(TRY(ResidentIdentityNumber::parse(view, reading.today)));
    }
    if (scheme == Scheme::OldResidentIdentity) {
        Identifier identifier(scheme, text);
        identifier.resident_ = TRY(ResidentIdentityNumber::from_old_number(view, reading.today));
        return identifier;
    }
    return Identifier(scheme, TRY(kept_text(scheme, text)));
}

Result<Identifier> parse_as(Scheme scheme, std::string_view original, const Reading& reading) {
    const IdentifierText text = TRY(normalise(original));
    return Identifier::of_text(by_length(scheme, text.view().size()), text, reading);
}

Result<Identifier> parse_identifier(std::string_view original, const Reading& reading) {
    const auto [kind, number] = split_kind(original);
    if (!kind.empty()) {
        const auto scheme = scheme_said(kind);
        // What stands there may be the number itself: it is not repeated.
        if (!scheme) return fail(ErrorCode::InvalidInput, "identity.kind_unknown");
        return parse_as(*scheme, number, reading);
    }
    const IdentifierText normal = TRY(normalise(number));
    const std::string_view text = normal.view();
    switch (text.size()) {
        case UnifiedSocialCreditCode::length:
            return recognise_eighteen(text, reading);
        case RegistrationNumber::length:
            return recognise_fifteen(text, reading);
        case OrganisationCode::length:
            return recognise_nine(text, reading);
        case 17:
        case 19: {  // one too few or too many of eighteen
            return recognise_eighteen(text, reading);
        }
        default:
            break;
    }
    if (text.size() == 8 || text.size() == 10 || text.size() == 11) {
        return fail(ErrorCode::InvalidInput, "identity.scheme_needed");
    }
    return fail(ErrorCode::InvalidInput, "identity.not_recognised", {std::to_string(text.size())});
}

MaskedIdentifier::MaskedIdentifier(const Identifier& identifier) : text_(mask(identifier)) {}

}  // namespace credit::identity
