// A session with the store: one connection, one transaction at a time, SQLite or PostgreSQL.
//
// Not thread-safe: one thread at a time uses a session. Every failure of the engine comes back as
// an Error: "sql.unavailable" (Unavailable), "sql.taken" (Conflict: a unique index), "sql.full"
// (Unavailable: the disk), "sql.broken" (Unavailable: the store's file is damaged).

#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {

enum class Engine { Sqlite, Postgres };

class Session {
public:
    virtual ~Session() = default;
    virtual Engine engine() const = 0;

    // All rows of a query.
    virtual Result<Rows> query(const Statement& statement, std::span<const Value> values) = 0;
    // Row by row, without holding them all; stops when the visitor fails.
    virtual Result<void> visit(const Statement& statement, std::span<const Value> values,
                               const std::function<Result<void>(const Row&)>& visitor) = 0;
    // The number of rows changed.
    virtual Result<std::int64_t> execute(const Statement& statement,
                                         std::span<const Value> values) = 0;
    // Many rows into one table: COPY on PostgreSQL, a prepared insert on SQLite.
    virtual Result<void> append_rows(std::string_view table,
                                     std::span<const std::string_view> columns,
                                     std::span<const std::vector<Value>> rows) = 0;

    Result<Rows> query(const Statement& statement, std::initializer_list<Value> values = {}) {
        return query(statement, std::span(values.begin(), values.size()));
    }
    Result<std::int64_t> execute(const Statement& statement,
                                 std::initializer_list<Value> values = {}) {
        return execute(statement, std::span(values.begin(), values.size()));
    }
    // The one row that must be there at most once; no value when it is not.
    Result<std::optional<Row>> find(const Statement& statement,
                                    std::initializer_list<Value> values = {});

protected:
    friend class Transaction;
    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
};

// Undone unless committed. What it is given reads and writes through session().
class Transaction {
public:
    static Result<Transaction> begin(Session& session);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    Session& session() { return *session_; }
    Result<void> commit();

private:
    explicit Transaction(Session& session) : session_(&session) {}
    Session* session_;
};

// "file path" or "postgresql://…". Opens, but does not migrate.
Result<std::unique_ptr<Session>> open_session(const std::string& store);

// Brings the store's tables to the newest migration; an older program refuses a newer store.
Result<void> migrate(Session& session);

}  // namespace credit::sql
