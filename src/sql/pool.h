// Sessions that threads take turns with: opened when first needed, given back when the lease ends.
//
// SQLite has one session that writes and several that read, so writers wait here
// and not inside the engine. On PostgreSQL all sessions are alike.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::sql {

class Pool;

// The use of a session until the lease is destroyed. The pool outlives it.
class Lease {
public:
    Lease(Lease&& other) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    Session& operator*() const { return *session_; }
    Session* operator->() const { return session_.get(); }

private:
    friend class Pool;
    Lease(Pool& pool, Access access, std::unique_ptr<Session> session)
        : pool_(&pool), access_(access), session_(std::move(session)) {}

    Pool* pool_;
    Access access_;
    std::unique_ptr<Session> session_;
};

class Pool {
public:
    // Who else in this process writes to the store. Where somebody does, readers keep no view of a
    // SQLite store between their leases, since the log could not begin anew behind it.
    enum class Writers { Here, Elsewhere };

    // At most this many sessions read at once; on PostgreSQL, are open at once.
    Pool(std::string store, std::size_t sessions_max, Writers writers = Writers::Here);

    // "sql.try_again" when none becomes free within seconds; "sql.unavailable" when the store is
    // away.
    Result<Lease> lease(Access access);

    Engine engine() const { return one_writer_ ? Engine::Sqlite : Engine::Postgres; }

private:
    friend class Lease;
    struct Shelf {
        explicit Shelf(std::size_t sessions_max) : max(sessions_max) {}
        std::size_t max;
        std::size_t open = 0;
        std::vector<std::unique_ptr<Session>> idle;
    };

    Shelf& shelf_for(Access access);
    void give_back(Access access, std::unique_ptr<Session> session);

    std::string store_;
    bool one_writer_;
    bool keeps_views_;
    std::mutex mutex_;
    std::condition_variable returned_;
    Shelf readers_;  // on PostgreSQL: all
    Shelf writers_{1};
};

}  // namespace credit::sql
