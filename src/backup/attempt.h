// An attempt at a copy (复制的尝试): what says, at its target, that what lies there is not whole,
// so that a copy which came to nothing, however it ended, leaves nothing in the way of the next.
//
// The database is committed last. Its rows say that all is there, and then nothing is cleared away.

#pragma once

#include <filesystem>
#include <string_view>

#include "foundation/result.h"
#include "ledger/store_places.h"
#include "sql/store_lock.h"

namespace credit::backup {

// The embedded store in the folder of a backup.
inline constexpr std::string_view store_in_backup = "store.db";

// At the places of a store whose lock is held. Clears away what an attempt before it left. Conflict
// "backup.not_empty" when there is a register, or any part of one.
Result<void> begin_attempt(const ledger::StorePlaces& to);
// Clears away what there is of a copy that did not become whole. The errors of the store when that
// is not known: the next attempt asks again.
Result<void> end_attempt(const ledger::StorePlaces& to);

// The same in the folder of a backup, which is made, and is this process's while the lock lives.
// Conflict "backup.not_empty" when there is anything but a backup that was begun and not finished,
// "sql.locked" while another process makes one there; Unavailable "foundation.file_not_written".
Result<sql::StoreLock> begin_folder(const std::filesystem::path& folder);
// Finished.
Result<void> end_folder(const std::filesystem::path& folder);
// Came to nothing.
void empty_folder(const std::filesystem::path& folder);

}  // namespace credit::backup
