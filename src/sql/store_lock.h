// The right of one process to an embedded store, held while the object lives.
//
// The kernel drops it when the process ends, however it ends; the file stays and means nothing.

#pragma once

#include <string>

#include "foundation/result.h"

namespace credit::sql {

class StoreLock {
public:
    // `file` is the store's lock file, "S.lock". Conflict "sql.locked" when another process has it;
    // "sql.unavailable" when the file cannot be made.
    static Result<StoreLock> take(const std::string& file);
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;
    ~StoreLock();

private:
    explicit StoreLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace credit::sql
