// Identifier (标识): a scheme and its text in normal form, well formed by the scheme's rules.
//
// There is no stream, text or JSON of an identifier: reveal() is for the keyed hash and the vault;
// what is shown is a code (public) or a MaskedIdentifier. Error texts never hold the identifier.

#pragma once

#include <compare>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/short_text.h"
#include "identity/identifier_form.h"
#include "identity/resident_identity_number.h"
#include "identity/scheme.h"
#include "identity/unified_social_credit_code.h"

namespace credit::identity {

// What reading an identifier rests on besides its text.
struct Reading {
    Date today;  // bounds birth dates
    const CodeExceptions* exceptions = &no_exceptions();
};

class Identifier {
public:
    explicit Identifier(const UnifiedSocialCreditCode& code);
    explicit Identifier(const ResidentIdentityNumber& number);

    Scheme scheme() const { return scheme_; }
    std::string_view reveal() const { return text_.view(); }

    bool of_person() const { return identity::of_person(scheme_); }
    // The code, when it is one.
    const std::optional<UnifiedSocialCreditCode>& code() const { return code_; }
    // The resident number: itself, or the one that an old number became.
    const std::optional<ResidentIdentityNumber>& resident() const { return resident_; }
    // The birth date that the number carries, where its scheme has one.
    std::optional<Date> born_on() const;

    auto operator<=>(const Identifier&) const = default;
    friend std::ostream& operator<<(std::ostream&, const Identifier&) = delete;

private:
    friend Result<Identifier> parse_as(Scheme scheme, std::string_view original,
                                       const Reading& reading);
    static Result<Identifier> of_text(Scheme scheme, const IdentifierText& text,
                                      const Reading& reading);
    Identifier(Scheme scheme, const IdentifierText& text) : scheme_(scheme), text_(text) {}

    Scheme scheme_;
    IdentifierText text_;
    std::optional<UnifiedSocialCreditCode> code_;
    std::optional<ResidentIdentityNumber> resident_;
};

// As an identifier of that scheme. InvalidInput names what is wrong, by the scheme's own errors or
// those of document_form.h. Two schemes take each other's forms: a
// resident number of fifteen digits reads as OldResidentIdentity, and a permanent residence card
// of eighteen digits as ResidentIdentity.
Result<Identifier> parse_as(Scheme scheme, std::string_view original, const Reading& reading);

// Recognises the scheme by form and check, or takes the one that is named before a colon: by its
// own name or by the certificate type of the national tables ("passport:E12345678",
// "护照：E12345678"). InvalidInput "identity.scheme_needed" when more than one scheme fits, or only
// its holder can tell; "identity.kind_unknown" when the one named is none;
// "identity.not_recognised" when none fits; else the error of the scheme whose form it has.
Result<Identifier> parse_identifier(std::string_view original, const Reading& reading);

// Masked identifier (脱敏标识): all that may be shown of an identifier. Of a resident number its
// province and nothing else, with stars whose number says nothing; of other documents of persons
// only stars. A unified social credit code is public and stands as it is. There is no search by a
// masked form.
class MaskedIdentifier {
public:
    explicit MaskedIdentifier(const Identifier& identifier);

    std::string_view text() const { return text_; }

private:
    std::string text_;
};

}  // namespace credit::identity
