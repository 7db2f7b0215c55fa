// Work that stands back: what is heavy must not delay who waits at a counter.

#pragma once

namespace credit {

// From here on the calling thread takes the processor only where others leave it.
void work_in_background();

}  // namespace credit
