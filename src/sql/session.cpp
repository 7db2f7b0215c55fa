#include "sql/session.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "sql/postgres.sql.h"
#include "sql/postgres/postgres_session.h"
#include "sql/row_view.h"
#include "sql/sqlite.sql.h"
#include "sql/sqlite/sqlite_session.h"
#include "sql/statement.h"
#include "sql/value.h"
#include "sql/write_behind.h"

namespace credit::sql {

Result<void> Session::run_each(const Statement& statement,
                               std::span<const std::vector<Value>> asked,
                               const EachVisitor& visitor) {
    for (std::size_t which = 0; which < asked.size(); ++which) {
        const auto show = [&](const RowView& row) { return visitor(which, row); };
        TRY(run(statement, asked[which], Reading::Whole, show));
    }
    return {};
}

Result<void> Session::execute_each(const Statement& statement,
                                   std::span<const std::vector<Value>> asked) {
    return run_each(statement, asked,
                    [](std::size_t, const RowView&) -> Result<void> { return {}; });
}

Result<Rows> Session::query(const Statement& statement, std::span<const Value> values) {
    Rows rows;
    const auto keep = [&rows](const RowView& row) -> Result<void> {
        rows.push_back(row.to_row());
        return {};
    };
    TRY(run(statement, values, Reading::Whole, keep));
    return rows;
}

Result<std::optional<Row>> Session::find(const Statement& statement,
                                         std::initializer_list<Value> values) {
    std::optional<Row> found;
    const auto keep = [&found](const RowView& row) -> Result<void> {
        CHECK(!found);
        found = row.to_row();
        return {};
    };
    TRY(read(statement, values, keep));
    return found;
}

Result<std::int64_t> Session::execute(const Statement& statement, std::span<const Value> values) {
    const auto pass_over = [](const RowView&) -> Result<void> { return {}; };
    return run(statement, values, Reading::Whole, pass_over);
}

Result<void> Session::visit(const Statement& statement, std::span<const Value> values,
                            const std::function<Result<void>(const Row&)>& visitor) {
    const auto show = [&visitor](const RowView& row) { return visitor(row.to_row()); };
    TRY(run(statement, values, Reading::Streaming, show));
    return {};
}

Result<void> Session::scan(const Statement& statement, std::initializer_list<Value> values,
                           RowVisitor visitor) {
    TRY(run(statement, std::span(values.begin(), values.size()), Reading::Streaming, visitor));
    return {};
}

Result<void> Session::read(const Statement& statement, std::initializer_list<Value> values,
                           RowVisitor visitor) {
    TRY(run(statement, std::span(values.begin(), values.size()), Reading::Whole, visitor));
    return {};
}

Result<Transaction> Transaction::begin(Session& session) {
    TRY(session.begin(Access::Write));
    return Transaction(session);
}

Result<Transaction> Transaction::begin_behind(Session& session) {
    TRY(session.begin(Access::Behind));
    return Transaction(session);
}

Result<Transaction> Transaction::begin_reading(Session& session) {
    TRY(session.begin(Access::Read));
    return Transaction(session);
}

Transaction::Transaction(Transaction&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)) {}

Transaction::~Transaction() {
    if (session_ != nullptr) session_->rollback();
}

Result<void> Transaction::commit() {
    CHECK(session_ != nullptr);
    return std::exchange(session_, nullptr)->commit();
}

Engine engine_of(const std::string& store) {
    const bool url = store.starts_with("postgresql://") || store.starts_with("postgres://");
    return url ? Engine::Postgres : Engine::Sqlite;
}

Result<std::unique_ptr<Session>> open_session(const std::string& store) {
    return engine_of(store) == Engine::Postgres ? open_postgres(store) : open_sqlite(store);
}

Result<void> write_behind(Session& session) {
    auto* const sqlite = dynamic_cast<SqliteSession*>(&session);
    if (sqlite != nullptr) return sqlite->never_wait(statements::sync_no_commit);
    TRY(session.execute(statements::wait_for_no_disk));
    return {};
}

Result<void> write_for_now(Session& session) {
    auto* const sqlite = dynamic_cast<SqliteSession*>(&session);
    if (sqlite == nullptr) return write_behind(session);
    sqlite->discard_at_close();
    return sqlite->never_wait(statements::sync_nothing);
}

}  // namespace credit::sql
