#include "sql/sqlite/checkpointer.h"

#include <sqlite3.h>

#include <algorithm>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "foundation/threads/background.h"
#include "sql/sqlite.sql.h"
#include "sql/sqlite/one_thread.h"
#include "sql/sqlite/paced_files.h"

namespace credit::sql {
namespace {

// In pages of 4 KiB. Pieces are small enough that a commit beside them waits little for the disk;
// where commits are large themselves, one piece follows several, for each makes the disk sync.
constexpr int piece_least = 256;
constexpr int piece_most = 2048;
constexpr int commits_a_piece = 3;
// A log that begins anew is written over, which the disk syncs several times as fast as a file that
// grows; so it is kept short where what is left to copy is little.
constexpr int log_usual = 4096;
constexpr int log_max = 65'536;

// How many pages of the log are copied back now; fewer than none when another does it.
int checkpoint(sqlite3* database) {
    int copied = 0;
    sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, &copied);
    return copied;
}

}  // namespace

Checkpointer::~Checkpointer() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::follow(sqlite3* database, int pages) {
    std::unique_lock lock(mutex_);
    if (pages < copied_) copied_ = 0;  // the log began anew
    const int committed = pages - (pages < seen_ ? 0 : seen_);
    seen_ = pages;
    const int piece = std::clamp(commits_a_piece * committed, piece_least, piece_most);
    const int left = pages - copied_;
    const bool alone = one_thread();
    if (alone && pages < log_usual) return;
    if (alone || pages >= log_max || (pages >= log_usual && left <= piece && !wanted_)) {
        lock.unlock();
        const int copied = checkpoint(database);
        lock.lock();
        copied_ = std::max(copied, copied_);
        return;
    }
    if (wanted_ || left < piece) return;
    wanted_ = true;
    if (!thread_.joinable()) {
        thread_ = std::jthread([this](const std::stop_token& stopping) { work(stopping); });
    }
    lock.unlock();
    called_.notify_one();
}

void Checkpointer::work(const std::stop_token& stopping) {
    work_after_checks();
    std::unique_lock lock(mutex_);
    while (called_.wait(lock, stopping, [this] { return wanted_; })) {
        lock.unlock();
        copy_back();
        lock.lock();
        wanted_ = false;
    }
}

// What cannot be copied back now stays in the log: the next commit, or the last, tries again.
void Checkpointer::copy_back() {
    if (database_ == nullptr && !open()) return;
    const int copied = checkpoint(database_.get());
    const std::scoped_lock lock(mutex_);
    copied_ = std::max(copied, 0);
}

// A session that has read nothing does not know that there is a log.
bool Checkpointer::open() {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(path_.c_str(), &database, flags, paced_layer());
    database_.reset(database);
    if (code == SQLITE_OK) {
        const std::string text(statements::use_write_ahead_log.text);
        code = sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr);
    }
    if (code != SQLITE_OK) database_.reset();
    return code == SQLITE_OK;
}

}  // namespace credit::sql
