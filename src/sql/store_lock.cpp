#include "sql/store_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <expected>
#include <string>
#include <utility>

#include "foundation/result.h"
#include "sql/failure.h"

namespace credit::sql {

Result<StoreLock> StoreLock::take(const std::string& file) {
    constexpr int owner_only = 0600;
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, owner_only);
    if (descriptor < 0) return std::unexpected(error_of(Failure::Unavailable));
    StoreLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) return std::unexpected(error_of(Failure::Unavailable));
    return fail(ErrorCode::Conflict, "sql.locked");
}

StoreLock::StoreLock(StoreLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

StoreLock::~StoreLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace credit::sql
