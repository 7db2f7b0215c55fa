#include "identity/subject_key.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/short_text.h"
#include "foundation/spelling.h"
#include "identity/check_characters.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/unified_social_credit_code.h"

namespace credit::identity {
namespace {

// Crockford's alphabet, as foundation/bytes.h writes it.
constexpr std::string_view base32_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kept_bytes = 16;

// The scheme and the text with a zero byte between them, which neither can hold; the use in front,
// so that a key and an alias of one identifier have nothing in common.
ShortText<SubjectKey::hash_length> keyed_hash(const crypto::Key& key, std::string_view use,
                                              Scheme scheme, std::string_view text) {
    ShortText<128> message(use);
    const auto add = [&message](std::string_view part) {
        message.push_back('\0');
        for (const char character : part) message.push_back(character);
    };
    add(name_of(scheme));
    add(text);
    const crypto::Digest digest = crypto::hmac_sha256(key, bytes_of(message.view()));
    ShortText<SubjectKey::hash_length> hash;
    append_base32(hash, BytesView(digest).first(kept_bytes));
    return hash;
}

bool is_hash(std::string_view text) {
    return text.size() == SubjectKey::hash_length &&
           text.find_first_not_of(base32_alphabet) == std::string_view::npos;
}

bool is_code(std::string_view text) {
    return text.size() == UnifiedSocialCreditCode::length &&
           text.find_first_not_of(credit_code_alphabet) == std::string_view::npos;
}

ShortText<1 + SubjectKey::hash_length> prefixed(char prefix, std::string_view text) {
    ShortText<1 + SubjectKey::hash_length> whole;
    whole.push_back(prefix);
    for (const char character : text) whole.push_back(character);
    return whole;
}

}  // namespace

SubjectKey::SubjectKey(const UnifiedSocialCreditCode& code)
    : text_(prefixed('O', code.text()).view()) {}

Result<SubjectKey> SubjectKey::parse(std::string_view text) {
    const std::string_view rest = text.substr(std::min<std::size_t>(1, text.size()));
    if ((text.starts_with('O') && is_code(rest)) || (text.starts_with('P') && is_hash(rest))) {
        return SubjectKey(text);
    }
    return fail(ErrorCode::InvalidInput, "identity.not_a_subject_key");
}

std::optional<SubjectKey> subject_key_of(const crypto::Key& key, const Identifier& identifier) {
    if (const auto& code = identifier.code()) return SubjectKey(*code);
    if (!makes_key(identifier.scheme())) return std::nullopt;
    const auto hash = keyed_hash(key, "subject", identifier.scheme(), identifier.reveal());
    return SubjectKey(prefixed('P', hash.view()).view());
}

AliasHash::AliasHash(const crypto::Key& key, const Identifier& identifier)
    : text_(keyed_hash(key, "alias", identifier.scheme(), identifier.reveal()).view()) {}

}  // namespace credit::identity
