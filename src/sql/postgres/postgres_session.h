// PostgreSQL over libpq: statements prepared on first use, answers in binary form, own deadlines.
//
// A lost connection is an error of the statement or transaction that met it; the next one connects
// again. An error then means "unknown", not "not written": acts carry idempotency keys for that.

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sql/append_text.h"
#include "sql/failure.h"
#include "sql/postgres/postgres_connection.h"
#include "sql/postgres/postgres_parameters.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {

Result<std::unique_ptr<Session>> open_postgres(const std::string& url);

class PostgresSession final : public Session {
public:
    explicit PostgresSession(std::string url) : url_(std::move(url)) {}

    // Does nothing while connected.
    Result<void> connect();

    Engine engine() const override { return Engine::Postgres; }
    Result<std::int64_t> run(const Statement& statement, std::span<const Value> values,
                             Reading reading, RowVisitor visitor) override;
    Result<void> run_each(const Statement& statement, std::span<const std::vector<Value>> asked,
                          const EachVisitor& visitor) override;
    Result<void> append_rows(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<Value>> rows) override;
    Result<void> begin(Access access) override;
    // Reading as begin() does, where the store lies on several nodes: while nobody writes, so that
    // what each node shows is of one moment.
    Result<void> begin_on_every_node();
    Result<void> commit() override;
    void rollback() override;

private:
    struct Prepared {
        std::string text;
        std::string name;
    };

    Result<void> ready();
    Result<const std::string*> prepare(const Statement& statement);
    Result<std::int64_t> receive(const Statement& statement, Reading reading, RowVisitor visitor);
    // How many were asked: fewer than all when a value does not fit.
    std::size_t ask_each(const std::string& name, std::span<const std::vector<Value>> asked);
    Result<void> receive_each(const Statement& statement, std::size_t count,
                              const EachVisitor& visitor);
    void drain();
    // A command without parameters or rows; its tag.
    Result<std::string> command(const Statement& statement);
    // False when a row cannot be put.
    bool put_rows(std::span<const std::vector<Value>> rows);
    std::unexpected<Error> failed(const Statement& statement, const PGresult* answer);
    std::unexpected<Error> failed(Failure failure);

    std::string url_;
    std::unique_ptr<Connection> connection_;
    std::unordered_map<const char*, Prepared> prepared_;  // by the address of the text
    std::uint64_t names_given_ = 0;
    std::chrono::steady_clock::time_point not_before_;
    PostgresParameters parameters_;
    AppendTexts copies_;  // of append_rows
    // Kept between calls, so that what is repeated allocates nothing.
    std::string command_;
    std::string chunk_;
    bool in_transaction_ = false;
    bool undone_ = false;
    bool running_ = false;
};

}  // namespace credit::sql
