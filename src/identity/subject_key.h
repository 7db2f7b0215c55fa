// Subject key (主体标识键): how the register names a subject everywhere inside.
//
// 'O' and the unified social credit code, or 'P' and the keyed hash of a person's identifier. A key
// of a person tells nothing to whoever lacks the hash key, and is not shown outside nevertheless.

#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/short_text.h"
#include "identity/identifier.h"
#include "identity/subject_kind.h"
#include "identity/unified_social_credit_code.h"

namespace credit::identity {

class SubjectKey {
public:
    static constexpr std::size_t hash_length = 26;  // 128 bits in base 32

    explicit SubjectKey(const UnifiedSocialCreditCode& code);

    // A key that a store or an act holds. InvalidInput "identity.not_a_subject_key".
    static Result<SubjectKey> parse(std::string_view text);

    std::string_view text() const { return text_.view(); }
    bool of_person() const { return text().front() == 'P'; }
    // The code of an organisation; empty for a person.
    std::string_view code() const { return of_person() ? std::string_view{} : text().substr(1); }

    auto operator<=>(const SubjectKey&) const = default;

private:
    friend std::optional<SubjectKey> subject_key_of(const crypto::Key& key,
                                                    const Identifier& identifier);
    explicit SubjectKey(std::string_view text) : text_(text) {}

    ShortText<1 + hash_length> text_;
};

// No value for an identifier that is only an alias of its subject (makes_key(scheme) is false).
std::optional<SubjectKey> subject_key_of(const crypto::Key& key, const Identifier& identifier);

// Alias hash (别名散列): the keyed hash by which an identifier that makes no key is looked up.
class AliasHash {
public:
    AliasHash(const crypto::Key& key, const Identifier& identifier);

    std::string_view text() const { return text_.view(); }

    auto operator<=>(const AliasHash&) const = default;

private:
    ShortText<SubjectKey::hash_length> text_;
};

}  // namespace credit::identity

template <>
struct std::hash<credit::identity::SubjectKey> {
    std::size_t operator()(const credit::identity::SubjectKey& key) const noexcept {
        return std::hash<std::string_view>{}(key.text());
    }
};
