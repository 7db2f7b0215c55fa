// From here on no store of this process works on a thread of its own: what falls to one is done
// within commits, and nothing depends on how fast the machine is. For simulations, where a file
// fails at its n-th change and all must come again.

#pragma once

namespace credit::sql {

void keep_to_one_thread();
bool one_thread();

}  // namespace credit::sql
