#include "sql/pool.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "foundation/result.h"
#include "sql/failure.h"
#include "sql/session.h"
#include "sql/sqlite/sqlite_session.h"

namespace credit::sql {
namespace {

constexpr std::chrono::seconds patience{10};

Result<std::unique_ptr<Session>> open(const std::string& store, bool keeps_view) {
    auto session = TRY(open_session(store));
    auto* const sqlite = keeps_view ? dynamic_cast<SqliteSession*>(session.get()) : nullptr;
    if (sqlite != nullptr) TRY(sqlite->keep_view());
    return session;
}

void drop_view(Session& session) {
    if (auto* const sqlite = dynamic_cast<SqliteSession*>(&session)) sqlite->drop_view();
}

}  // namespace

Lease::~Lease() {
    if (session_ != nullptr) pool_->give_back(access_, std::move(session_));
}

Pool::Pool(std::string store, std::size_t sessions_max, Writers writers)
    : store_(std::move(store)),
      one_writer_(engine_of(store_) == Engine::Sqlite),
      keeps_views_(one_writer_ && writers == Writers::Here),
      readers_(sessions_max) {}

Pool::Shelf& Pool::shelf_for(Access access) {
    return one_writer_ && access == Access::Write ? writers_ : readers_;
}

Result<Lease> Pool::lease(Access access) {
    std::unique_lock lock(mutex_);
    Shelf& shelf = shelf_for(access);
    const auto one_is_free = [&shelf] { return !shelf.idle.empty() || shelf.open < shelf.max; };
    if (!returned_.wait_for(lock, patience, one_is_free)) {
        return std::unexpected(error_of(Failure::TryAgain));
    }
    if (one_writer_ && access == Access::Write) {
        for (const auto& reader : readers_.idle) drop_view(*reader);
    }
    if (!shelf.idle.empty()) {
        auto session = std::move(shelf.idle.back());
        shelf.idle.pop_back();
        return Lease(*this, access, std::move(session));
    }
    // Opened without the lock, since connecting may take long.
    ++shelf.open;
    lock.unlock();
    auto opened = open(store_, keeps_views_ && access == Access::Read);
    if (opened) return Lease(*this, access, std::move(*opened));
    lock.lock();
    --shelf.open;
    returned_.notify_all();
    return std::unexpected(std::move(opened).error());
}

void Pool::give_back(Access access, std::unique_ptr<Session> session) {
    {
        const std::scoped_lock lock(mutex_);
        // Its view may be from before somebody began to write.
        if (one_writer_ && writers_.idle.size() < writers_.open) drop_view(*session);
        shelf_for(access).idle.push_back(std::move(session));
    }
    returned_.notify_all();
}

}  // namespace credit::sql
