// Copies what commits wrote to the log of a SQLite file back into the file, beside the commits.
//
// SQLite does it within the commit that makes the log too long, which then takes as long as a
// thousand others. Here a thread does most of it; a commit does the rest, so that the log can begin
// anew.

#pragma once

#include <sqlite3.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace credit::sql {

class Checkpointer {
public:
    explicit Checkpointer(std::string path) : path_(std::move(path)) {}
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    // After a commit of this session, which left so many pages in the log.
    void follow(sqlite3* database, int pages);

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };

    void work(const std::stop_token& stopping);
    void copy_back();
    bool open();

    std::string path_;
    std::unique_ptr<sqlite3, Close> database_;  // of the thread
    std::mutex mutex_;
    std::condition_variable_any called_;
    bool wanted_ = false;
    int seen_ = 0;    // pages of the log after the last commit
    int copied_ = 0;  // of them
    std::jthread thread_;
};

}  // namespace credit::sql
