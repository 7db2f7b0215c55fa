// Work that stands back: what is heavy must not delay who waits at a counter.

#pragma once

namespace credit {

// From here on the calling thread takes the processor only where others leave it.
void work_in_background();

// From here on the calling thread takes a small share of the processor beside others, in turns so
// short that whoever wakes meanwhile waits little. For what others wait for in the end.
void work_in_short_turns();

// The same with a third of what others take: of requests that take long, whose caller waits.
void work_after_checks();

}  // namespace credit
