// A session whose commits do not wait for the disk, for work that begins again by itself.

#pragma once

#include "foundation/result.h"

namespace credit::sql {

class Session;

// From here on a commit of this session returns before it is on the disk: a crash may take the last
// ones back, each whole, and never one after which another session's commit returned.
Result<void> write_behind(Session& session);

// The same of an embedded store that is thrown away when the session is closed: what it takes to
// finish its file is left undone, too.
Result<void> write_for_now(Session& session);

}  // namespace credit::sql
