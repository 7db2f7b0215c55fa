// Holders (知悉单位): the authorities that were shown an item when they looked its subject up, one
// by one or in a screened batch. When the item turns out wrong, is repaired or ends, they are told.
//
// Law: luzhengfa-2017-44 item 20 — reputation is restored with whoever was told

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::lookups {

struct HeldItem {
    std::string_view subject_key;
    std::vector<std::string> item_ids;  // of listings, orders or records: any of them
    Instant since{};  // when it could first be shown: batches before it do not count
};

// Codes of authorities, sorted, each once. A batch says only that the subject was in it; whoever
// screened it since counts as told. The session is that of the look-up store; the key that of
// digest_in_block. The errors of the session.
Result<std::vector<std::string>> holders_of(sql::Session& session, const crypto::Key& key,
                                            const HeldItem& item);

// What one authority was shown of a subject, one by one: ids, sorted, each once. The session is
// that of the look-up store.
Result<std::vector<std::string>> shown_to(sql::Session& session, std::string_view subject_key,
                                          std::string_view authority);

}  // namespace credit::lookups
