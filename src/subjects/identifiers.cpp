#include "subjects/identifiers.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/unified_social_credit_code.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "subjects/subject.sql.h"
#include "subjects/vault.sql.h"

namespace credit::subjects {
namespace {

// What the seal is bound to: a box moved to another subject or scheme does not open.
std::string seal_context(const identity::SubjectKey& key, identity::Scheme scheme) {
    return std::string("vault ").append(key.text()).append(" ").append(identity::name_of(scheme));
}

}  // namespace

Identifiers::Identifiers(const crypto::Key& hmac, const crypto::Key& wrapping,
                         identity::CodeExceptions exceptions)
    : hmac_(hmac), wrapping_(wrapping), exceptions_(std::move(exceptions)) {}

identity::Reading Identifiers::reading(Date today) const {
    return {.today = today, .exceptions = &exceptions_};
}

std::optional<identity::SubjectKey> Identifiers::key_of(
    const identity::Identifier& identifier) const {
    return identity::subject_key_of(hmac_, identifier);
}

identity::AliasHash Identifiers::alias_of(const identity::Identifier& identifier) const {
    return {hmac_, identifier};
}

Result<std::optional<identity::SubjectKey>> Identifiers::find_alias(
    sql::Session& session, const identity::Identifier& identifier, Date day) const {
    std::optional<identity::SubjectKey> none;
    const auto hash = alias_of(identifier);
    const auto row = TRY(session.find(statements::find_alias, {hash.text()}));
    if (!row) return none;
    const Validity validity{.from = row->optional_date(1), .through = row->optional_date(2)};
    if (!validity.holds_on(day)) return none;
    return std::optional(TRY(identity::SubjectKey::parse(row->text(0))));
}

Result<std::optional<Resolution>> Identifiers::resolve(sql::Session& session,
                                                       const identity::Identifier& identifier,
                                                       Date day) const {
    const auto scheme = identifier.scheme();
    const auto direct = key_of(identifier);
    if (direct && (scheme == identity::Scheme::UnifiedSocialCreditCode ||
                   scheme == identity::Scheme::ResidentIdentity)) {
        return std::optional(Resolution{.key = *direct, .path = Path::Direct});
    }
    // A passport or permit may be an alias of a person who is kept under another document.
    if (const auto key = TRY(find_alias(session, identifier, day))) {
        const bool old = scheme == identity::Scheme::OldResidentIdentity;
        return std::optional(Resolution{.key = *key, .path = old ? Path::Converted : Path::Alias});
    }
    if (direct) return std::optional(Resolution{.key = *direct, .path = Path::Direct});
    if (const auto& resident = identifier.resident()) {
        const auto converted = key_of(identity::Identifier(*resident));
        if (converted) return std::optional(Resolution{.key = *converted, .path = Path::Converted});
    }
    return std::optional<Resolution>();
}

Result<void> Identifiers::keep(sql::Session& session,
                               const identity::Identifier& identifier) const {
    const auto key = key_of(identifier);
    if (!key || !key->of_person()) return {};
    const Bytes box = sealed(identifier, *key);
    TRY(session.execute(statements::keep_identifier,
                        {key->text(), identity::name_of(identifier.scheme()), box}));
    return {};
}

Result<void> Identifiers::stage(sql::Session& session, const identity::Identifier& identifier,
                                const RowOf& row) const {
    const auto key = key_of(identifier);
    if (!key || !key->of_person()) return {};
    const Bytes box = sealed(identifier, *key);
    TRY(session.execute(statements::stage_identifier,
                        {key->text(), row.submission_id, row.row_number,
                         identity::name_of(identifier.scheme()), box}));
    return {};
}

Bytes Identifiers::sealed(const identity::Identifier& identifier,
                          const identity::SubjectKey& key) const {
    return crypto::seal(wrapping_, bytes_of(identifier.reveal()),
                        bytes_of(seal_context(key, identifier.scheme())));
}

Result<void> keep_staged(sql::Session& session, const RowOf& last) {
    TRY(session.execute(statements::keep_staged, {last.submission_id, last.row_number}));
    TRY(session.execute(statements::drop_staged, {last.submission_id, last.row_number}));
    return {};
}

Result<void> drop_staged(sql::Session& session, std::string_view submission_id) {
    TRY(session.execute(statements::drop_all_staged, {submission_id}));
    return {};
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): of the vault, as keep() is
Result<std::optional<SealedIdentifier>> Identifiers::find_sealed(
    sql::Session& session, const identity::SubjectKey& key) const {
    const auto row = TRY(session.find(statements::find_identifier, {key.text()}));
    if (!row) return std::optional<SealedIdentifier>();
    const auto scheme = identity::scheme_of(row->text(0));
    if (!scheme) return fail(ErrorCode::InvalidInput, "foundation.seal_broken");
    return std::optional(SealedIdentifier(key, *scheme, row->bytes(1)));
}

Result<identity::Identifier> Identifiers::open(const SealedIdentifier& sealed, Date today) const {
    const Bytes plain = TRY(
        crypto::open(wrapping_, sealed.box_, bytes_of(seal_context(sealed.key_, sealed.scheme_))));
    return identity::parse_as(sealed.scheme_, text_of(plain), reading(today));
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): of the vault, as keep() is
Result<void> Identifiers::erase(sql::Session& session, const identity::SubjectKey& key) const {
    TRY(session.execute(statements::erase_identifier, {key.text()}));
    return {};
}

}  // namespace credit::subjects
