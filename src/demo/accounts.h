// Accounts of a demonstration: one for each role, and clerks of the authorities whose files the
// examples hold. Their tokens and passwords go to the store's token file.

#pragma once

#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

// Opens them by acts and writes the file. NotPermitted "access.not_the_first_account"; Conflict
// "foundation.file_exists"; the errors of the desk.
Result<void> open_accounts(server::House& house);

}  // namespace credit::demo
