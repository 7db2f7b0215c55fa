// SQLite in process: one file in write-ahead mode, every commit synced before it is acknowledged.

#pragma once

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "foundation/result.h"
#include "sql/append_text.h"
#include "sql/failure.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/sqlite/checkpointer.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {

// Creates the file, readable by its owner alone, when it is not there.
Result<std::unique_ptr<Session>> open_sqlite(const std::string& path);

// What this process does with a file, by all its sessions.
struct Activity {
    explicit Activity(const std::string& path) : checkpointer(path) {}

    std::atomic<std::uint64_t> changes = 0;
    std::atomic<int> writers = 0;
    Checkpointer checkpointer;
};

class SqliteSession final : public Session {
public:
    static Result<std::unique_ptr<Session>> open(const std::string& path);
    ~SqliteSession() override;

    Engine engine() const override { return Engine::Sqlite; }
    Result<std::int64_t> run(const Statement& statement, std::span<const Value> values,
                             Reading reading, RowVisitor visitor) override;
    Result<void> append_rows(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<Value>> rows) override;
    Result<void> begin(Access access) override;
    Result<void> commit() override;
    void rollback() override;

    // From here on single reads share one view of the store, which is taken anew when anything in
    // this process changed it: most of what a point read costs is taking the view. None is kept
    // while somebody writes, since the log cannot begin anew behind it; the owner drops that of a
    // session which he puts away before somebody writes.
    Result<void> keep_view();
    void drop_view();

    // From here on no commit waits for the disk; the setting says for what else nobody does.
    Result<void> never_wait(const Statement& setting);

    // The store is thrown away when this is closed: nothing is brought into its file any more.
    void discard_at_close();

private:
    struct CloseDatabase {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    struct Prepared {
        std::string text;
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
        std::vector<int> positions;  // of $1, $2 …; 0 where the text leaves a number out
        bool reads_only = false;
    };

    Result<void> configure();
    static int committed(void* session, sqlite3* database, const char* name, int pages);
    Result<void> steer(const Statement& statement);
    Result<void> look(bool reads_only);
    void end_writing();
    Result<void> wait_for_disk(bool waits);
    Result<Prepared*> prepare(const Statement& statement);
    Result<std::int64_t> step(const Statement& statement, const Prepared& prepared,
                              RowVisitor visitor);
    Result<void> append_each(const Statement& insert, std::span<const std::vector<Value>> rows);
    std::unexpected<Error> failed(const Statement& statement, int code);
    std::unexpected<Error> failed(Failure failure);

    std::unique_ptr<sqlite3, CloseDatabase> database_;
    std::unordered_map<const char*, Prepared> prepared_;  // by the address of the text
    AppendTexts inserts_;                                 // of append_rows
    bool in_transaction_ = false;
    bool reading_ = false;  // the transaction may not write
    bool undone_ = false;
    bool running_ = false;
    bool keeps_view_ = false;
    bool viewing_ = false;
    bool writing_ = false;
    bool never_waits_ = false;
    bool behind_ = false;  // commits do not wait for the disk
    std::shared_ptr<Activity> activity_;
    std::uint64_t seen_ = 0;  // of the changes, by the view
    std::chrono::steady_clock::time_point viewed_at_;
};

}  // namespace credit::sql
