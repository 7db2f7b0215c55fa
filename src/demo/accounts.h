// Accounts of a demonstration: one for each role, clerks of the authorities whose files the
// examples hold, and two subjects. Their tokens and passwords go to the store's token file.

#pragma once

#include "demo/fill.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

// Opens them by acts and writes the file. NotPermitted "access.not_the_first_account"; Conflict
// "foundation.file_exists"; the errors of the desk.
Result<void> open_accounts(server::House& house);

// Once the demonstration is filled to that extent: the account of an organisation on a list, and of
// a person of whom something is held; and a consent of the organisation to the bank. NotFound
// "access.account_unknown" where nobody is known.
Result<void> open_subject_accounts(server::House& house, const Extent& extent);

}  // namespace credit::demo
