// An act as a row of the store, and the encoding that its commitment covers.

#pragma once

#include <cstdint>
#include <string>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "sql/value.h"

namespace credit::ledger {

// The columns that the statements of act_store.sql select, in their order.
struct ActRow {
    Act act;  // its body is still sealed
    std::int64_t home_version = 0;
    Bytes sealed_body;
    std::optional<Bytes> sealed_key;
    std::optional<std::string> erased_by;

    explicit ActRow(const sql::Row& row);
};

struct SealedBody {
    Bytes body;
    Bytes key;
};

SealedBody seal_body(const Keys& keys, const Act& act);
// Unavailable "ledger.body_key_missing", InvalidInput "foundation.seal_broken".
Result<Act> open_row(const Keys& keys, const ActRow& row);

}  // namespace credit::ledger
