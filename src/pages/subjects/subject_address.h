// Address of a subject (主体页地址): what stands for an organisation in the address of its page.
//
// The code itself stands in no address. The id is the code under a permutation keyed by the
// register's own key: stable, opaque, and read back without a table, so that it holds on every
// node and in every rebuilt store. A natural person has none.
//
// Reading: decision 0180: a permutation instead of a hash with a table behind it

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/crypto.h"
#include "identity/subject_key.h"

namespace credit::pages {

class SubjectAddress {
public:
    // `hmac`: the register's, of which a key for this purpose alone is made.
    explicit SubjectAddress(const crypto::Key& hmac);

    // 32 digits of base 16. The key must be an organisation's.
    std::string id_of(const identity::SubjectKey& subject) const;
    // None for what no organisation's code makes.
    std::optional<identity::SubjectKey> subject_of(std::string_view id) const;

private:
    crypto::Key key_;
};

}  // namespace credit::pages
