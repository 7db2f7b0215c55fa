// Identifiers of subjects (主体标识): from what people type to the subject's key, and the vault
// that keeps the identifiers of persons sealed.
//
// Nothing else in the store holds an identifier of a person. What comes out of the vault is sealed
// still; opening it is a step of its own, so that nothing opens by the way.
//
// Law: personal-information-protection-law-2021 art. 51 — encryption and de-identification

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/unified_social_credit_code.h"

namespace credit::sql {
class Session;
}

namespace credit::subjects {

// How an identifier led to a key.
enum class Path : std::uint8_t {
    Direct,     // it is the subject's key: a code, or a person's document
    Alias,      // an alias that stood on the day
    Converted,  // a resident number of fifteen digits: never matched on without the name
};

struct Resolution {
    identity::SubjectKey key;
    Path path;
};

// A person's identifier as the vault keeps it.
class SealedIdentifier {
public:
    identity::Scheme scheme() const { return scheme_; }

private:
    friend class Identifiers;
    SealedIdentifier(const identity::SubjectKey& key, identity::Scheme scheme, Bytes box)
        : key_(key), scheme_(scheme), box_(std::move(box)) {}

    identity::SubjectKey key_;
    identity::Scheme scheme_;
    Bytes box_;
};

// Of a submission.
struct RowOf {
    std::string_view submission_id;
    std::int64_t row_number = 0;
};

// Those of the rows up to and with that one go to the vault, which keeps the first that came.
Result<void> keep_staged(sql::Session& session, const RowOf& last);
Result<void> drop_staged(sql::Session& session, std::string_view submission_id);

class Identifiers {
public:
    Identifiers(const crypto::Key& hmac, const crypto::Key& wrapping,
                identity::CodeExceptions exceptions);

    // For identity::parse_identifier on that day.
    identity::Reading reading(Date today) const;

    // By the identifier alone, without the store; no value for one that is only an alias.
    std::optional<identity::SubjectKey> key_of(const identity::Identifier& identifier) const;
    identity::AliasHash alias_of(const identity::Identifier& identifier) const;

    // No value when it is only an alias and the register knows none on that day. Whether the
    // register knows the subject is not said: a code and a person's document always have a key.
    Result<std::optional<Resolution>> resolve(sql::Session& session,
                                              const identity::Identifier& identifier,
                                              Date day) const;

    // Keeps a person's identifier in the vault; the first that came stays. Those of organisations
    // and mere aliases are not kept.
    Result<void> keep(sql::Session& session, const identity::Identifier& identifier) const;
    // The same for a row of a submission that is not accepted yet.
    Result<void> stage(sql::Session& session, const identity::Identifier& identifier,
                       const RowOf& row) const;
    // No value when the vault has none.
    Result<std::optional<SealedIdentifier>> find_sealed(sql::Session& session,
                                                        const identity::SubjectKey& key) const;
    // For authorised reading only. InvalidInput "foundation.seal_broken" when it was not sealed for
    // this subject under this key.
    Result<identity::Identifier> open(const SealedIdentifier& sealed, Date today) const;
    Result<void> erase(sql::Session& session, const identity::SubjectKey& key) const;

private:
    Bytes sealed(const identity::Identifier& identifier, const identity::SubjectKey& key) const;
    Result<std::optional<identity::SubjectKey>> find_alias(sql::Session& session,
                                                           const identity::Identifier& identifier,
                                                           Date day) const;

    crypto::Key hmac_;
    crypto::Key wrapping_;
    identity::CodeExceptions exceptions_;
};

}  // namespace credit::subjects
