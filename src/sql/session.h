// A session with the store: one connection, one transaction at a time, SQLite or PostgreSQL.
//
// Not thread-safe: one thread at a time uses a session. Every failure of the engine comes back as
// an Error: "sql.unavailable" (Unavailable), "sql.try_again" (Unavailable: a deadlock, a lock not
// granted in time), "sql.full" (Unavailable: the disk), "sql.broken" (Unavailable: the store's file
// is damaged), "sql.taken" (Conflict: a unique index), "sql.unfit" (InvalidInput: a value that the
// column does not hold, such as text with a NUL character). After an error inside a transaction
// every further call in it fails with "sql.undone": on both engines the transaction is lost.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/row_view.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {

enum class Engine { Sqlite, Postgres };

// How the rows of an answer arrive: few of them at once, or many one by one.
enum class Reading { Whole, Streaming };

// Behind: a write whose commit does not wait for the disk where the store is embedded. A crash may
// take it back, whole, though never when another commit has come after it.
enum class Access { Read, Write, Behind };

// What looks at each row, and is told which of the questions it answers.
using EachVisitor = std::function<Result<void>(std::size_t which, const RowView& row)>;

class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    virtual ~Session() = default;
    virtual Engine engine() const = 0;

    // Runs a statement, shows its rows to the visitor and returns the number of rows changed. Stops
    // when the visitor fails. The visitor must not use this session. What the others build on.
    virtual Result<std::int64_t> run(const Statement& statement, std::span<const Value> values,
                                     Reading reading, RowVisitor visitor) = 0;
    // One statement many times, each with values of its own, answered in that order: on PostgreSQL
    // they are on their way all at once, so some hundred at a time. What writes does so within a
    // transaction.
    virtual Result<void> run_each(const Statement& statement,
                                  std::span<const std::vector<Value>> asked,
                                  const EachVisitor& visitor);
    // Many rows into one table: COPY on PostgreSQL, a prepared insert on SQLite.
    virtual Result<void> append_rows(std::string_view table,
                                     std::span<const std::string_view> columns,
                                     std::span<const std::vector<Value>> rows) = 0;

    // All rows of a query.
    Result<Rows> query(const Statement& statement, std::span<const Value> values);
    Result<Rows> query(const Statement& statement, std::initializer_list<Value> values = {}) {
        return query(statement, std::span(values.begin(), values.size()));
    }
    // The one row that must be there at most once; no value when it is not.
    Result<std::optional<Row>> find(const Statement& statement,
                                    std::initializer_list<Value> values = {});
    // The number of rows changed.
    Result<std::int64_t> execute(const Statement& statement, std::span<const Value> values);
    Result<std::int64_t> execute(const Statement& statement,
                                 std::initializer_list<Value> values = {}) {
        return execute(statement, std::span(values.begin(), values.size()));
    }
    // As run_each, where nothing comes back.
    Result<void> execute_each(const Statement& statement,
                              std::span<const std::vector<Value>> asked);
    // Row by row, without holding them all; stops when the visitor fails.
    Result<void> visit(const Statement& statement, std::span<const Value> values,
                       const std::function<Result<void>(const Row&)>& visitor);
    // The same on rows borrowed from the engine: nothing is allocated for a row.
    Result<void> scan(const Statement& statement, std::initializer_list<Value> values,
                      RowVisitor visitor);
    // For answers of few rows, also without allocation: a point read by key.
    Result<void> read(const Statement& statement, std::initializer_list<Value> values,
                      RowVisitor visitor);

    // For Transaction and for sessions that wrap another; acts use Transaction.
    virtual Result<void> begin(Access access) = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
};

// Undone unless committed. What it is given reads and writes through session().
class Transaction {
public:
    // The right to write is taken at once: "sql.try_again" when another writer keeps it too long.
    static Result<Transaction> begin(Session& session);
    // For what is begun again after a crash, or nobody was told of.
    static Result<Transaction> begin_behind(Session& session);
    // One unchanging view of the store for several reads.
    static Result<Transaction> begin_reading(Session& session);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    Session& session() { return *session_; }
    // When it fails with "sql.unavailable" on PostgreSQL, whether it was committed is not known.
    Result<void> commit();

private:
    explicit Transaction(Session& session) : session_(&session) {}
    Session* session_;
};

// By the form of --store: "postgresql://…" or a file path.
Engine engine_of(const std::string& store);

// "file path" or "postgresql://…". Opens, but does not migrate.
Result<std::unique_ptr<Session>> open_session(const std::string& store);

// Brings the store's tables to the newest migration. Conflict "sql.newer_store" when the store has
// a migration this program does not know, "sql.changed_migration" when one has changed since.
Result<void> migrate(Session& session);

// Open, and brought to the newest migration.
Result<std::unique_ptr<Session>> open_migrated(const std::string& store);

}  // namespace credit::sql
