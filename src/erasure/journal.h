// The journal of erasures (删除日志): what was erased, beside the store and never restored with it.
//
// A backup taken before an erasure still holds the content. When such a store is opened again with
// its own journal, what the journal names is erased again before anybody asks. It holds opaque ids
// and keyed hashes, and lies with the keys, mode 0600.

#pragma once

#include <compare>
#include <filesystem>
#include <string>
#include <vector>

#include "erasure/erase_item.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::erasure {

struct Erased {
    std::string subject_key;
    std::string item_id;
    What what = What::Record;

    auto operator<=>(const Erased&) const = default;
};

// Empty when there is none. A last line that a crash left unfinished is none: what it named is
// still in the store. InvalidInput "erasure.journal_broken".
Result<std::vector<Erased>> read_journal(const std::filesystem::path& file);
// What one act erased. The faults of the reader.
Result<Erased> erased_by(const ledger::Act& act);
// What the store says was erased.
Result<std::vector<Erased>> erased_in(sql::Session& session);
// Adds one at the end, durably, without reading the others. Unavailable
// "foundation.file_not_written".
Result<void> add_to_journal(const std::filesystem::path& file, const Erased& erased);
// Adds those that the journal lacks, and makes it durable. Unavailable
// "foundation.file_not_written".
Result<void> write_journal(const std::filesystem::path& file, const std::vector<Erased>& erased);

}  // namespace credit::erasure
