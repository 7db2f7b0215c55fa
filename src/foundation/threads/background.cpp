#include "foundation/threads/background.h"

#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>  // NOLINT(misc-include-cleaner): has gettid from a header of its own

namespace credit {

// On Linux a thread has a niceness of its own. Where it cannot be set, the work is done all the
// same.
void work_in_background() {
    constexpr int standing_back = 19;
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), standing_back));
}

}  // namespace credit
