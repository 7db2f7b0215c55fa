// SQLite in process: one file in write-ahead mode, every commit synced before it is acknowledged.

#pragma once

#include <sqlite3.h>

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
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {

// Creates the file, readable by its owner alone, when it is not there.
Result<std::unique_ptr<Session>> open_sqlite(const std::string& path);

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
};

}  // namespace credit::sql
