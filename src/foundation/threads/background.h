// Work that stands back: what is heavy must not delay who waits at a counter.

#pragma once

namespace credit {

// From here on the calling thread, and those that it begins, take a third of the processor that
// others take, in turns so short that whoever wakes meanwhile waits little. All that stands back
// does so by the same measure: who stood back further would, in the midst of writing to a file,
// keep those waiting for whom he does.
void work_after_checks();

}  // namespace credit
