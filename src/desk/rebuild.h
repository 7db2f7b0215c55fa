// Rebuilding (重建): derives every table again from the acts and the rows they accepted, and
// compares it with what stands.
//
// The acts are applied in the order of the log by the same functions that applied them the first
// time; nothing is decided again. The rows of a submission become visible where its act stands:
// submissions are taken one at a time, so that the order is the one in which they were performed.
// Content that was erased is skipped where an act says so; anything else missing is tampering.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::desk {

struct TableFinding {
    std::string table;
    std::int64_t rows = 0;  // in the store
    bool equal = false;
    std::int64_t first_difference = 0;  // ordinal in the order of the key; 0 when equal
};

struct RebuildReport {
    std::int64_t acts = 0;
    std::int64_t records = 0;
    // Rows whose content does not agree with the digest that their act committed to.
    std::int64_t changed_records = 0;
    std::vector<std::string> wrong_submissions;  // whose rows do not come to the root in the act
    std::vector<TableFinding> tables;

    bool equal() const;
};

using Progress = std::function<void(std::int64_t done)>;

// The errors of the store; "ledger.body_key_missing" where content is gone without an erasing act.
Result<RebuildReport> rebuild_check(sql::Session& store, const ledger::Keys& keys,
                                    const Progress& progress);
// The same within the caller's transaction.
Result<RebuildReport> rebuild_check_within(sql::Session& store, const ledger::Keys& keys,
                                           const Progress& progress);

}  // namespace credit::desk
