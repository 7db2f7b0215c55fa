#include "sql/postgres/postgres_session.h"

#include <libpq-fe.h>
#include <postgres_ext.h>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "sql/citus/whole_view.h"
#include "sql/failure.h"
#include "sql/postgres.sql.h"
#include "sql/postgres/copy_text.h"
#include "sql/postgres/postgres_connection.h"
#include "sql/postgres/postgres_row.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {
namespace {

constexpr std::size_t chunk_size = 256UL * 1024;
constexpr std::chrono::milliseconds pause_after_refusal{200};

std::string_view field_of(const PGresult* answer, int field) {
    const char* text = PQresultErrorField(answer, field);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

// On Citus the names of constraints are empty or of a shard: only the state is looked at.
Failure failure_of(std::string_view state) {
    if (state == "23505") return Failure::Taken;
    if (state == "40001" || state == "40P01" || state == "55P03") return Failure::TryAgain;
    if (state == "53100") return Failure::Full;
    if (state == "XX001" || state == "XX002") return Failure::Broken;
    if (state.starts_with("22") || state.starts_with("23")) return Failure::Unfit;
    return Failure::Unavailable;
}

// Messages of other classes may quote values; these name tables, columns and words of the
// statement.
std::string_view message_of(const PGresult* answer, std::string_view state) {
    const bool safe = state.starts_with("42") || state.starts_with("23") || state == "08P01";
    return safe ? field_of(answer, PG_DIAG_MESSAGE_PRIMARY) : std::string_view();
}

bool succeeded(const PGresult* answer) {
    switch (PQresultStatus(answer)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
        case PGRES_COPY_IN:
            return true;
        default:
            return false;
    }
}

std::int64_t rows_changed(PGresult* answer) {
    if (std::string_view(PQcmdStatus(answer)).starts_with("SELECT")) return 0;
    const std::string_view count = PQcmdTuples(answer);
    std::int64_t changed = 0;
    std::from_chars(count.data(), count.data() + count.size(), changed);
    return changed;
}

Result<void> show(const PGresult* answer, RowVisitor visitor) {
    for (int row = 0; row < PQntuples(answer); ++row) TRY(visitor(PostgresRow(answer, row)));
    return {};
}

}  // namespace

Result<std::unique_ptr<Session>> open_postgres(const std::string& url) {
    auto session = std::make_unique<PostgresSession>(url);
    TRY(session->connect());
    return session;
}

Result<void> PostgresSession::connect() {
    if (connection_ != nullptr && connection_->alive()) return {};
    // A server that is away is not asked again at once by everyone who waits.
    const auto now = std::chrono::steady_clock::now();
    if (now < not_before_) return failed(Failure::Unavailable);
    prepared_.clear();
    connection_.reset();
    auto opened = Connection::open(url_);
    if (!opened) {
        not_before_ = std::chrono::steady_clock::now() + pause_after_refusal;
        return std::unexpected(std::move(opened).error());
    }
    connection_ = std::move(*opened);
    return {};
}

Result<void> PostgresSession::ready() {
    CHECK(!running_);
    if (undone_) return failed(Failure::Undone);
    if (in_transaction_) return {};
    return connect();
}

Result<std::int64_t> PostgresSession::run(const Statement& statement, std::span<const Value> values,
                                          Reading reading, RowVisitor visitor) {
    TRY(ready());
    const std::string& name = *TRY(prepare(statement));
    if (!parameters_.fill(values)) {
        log_failure(statement.name, "22021");
        return failed(Failure::Unfit);
    }
    connection_->send_prepared(name, parameters_.view(), reading == Reading::Streaming);
    running_ = true;
    auto changed = receive(statement, reading, visitor);
    running_ = false;
    return changed;
}

Result<const std::string*> PostgresSession::prepare(const Statement& statement) {
    auto [place, fresh] = prepared_.try_emplace(statement.text.data());
    Prepared& prepared = place->second;
    // The address of a text that was not constant may come again with another text.
    if (!fresh && prepared.text == statement.text) return &prepared.name;

    prepared.text = statement.text;
    prepared.name = "s" + std::to_string(++names_given_);
    connection_->send_prepare(prepared.name, prepared.text);
    const auto answer = connection_->last(Connection::ordinary_patience);
    if (answer != nullptr && succeeded(answer.get())) return &prepared.name;
    prepared_.erase(place);
    return failed(statement, answer.get());
}

Result<std::int64_t> PostgresSession::receive(const Statement& statement, Reading reading,
                                              RowVisitor visitor) {
    const auto patience =
        reading == Reading::Streaming ? Connection::long_patience : Connection::ordinary_patience;
    std::int64_t changed = 0;
    Answer wrong;
    while (auto answer = connection_->next(patience)) {
        if (!succeeded(answer.get())) {
            wrong = std::move(answer);
            continue;
        }
        const auto shown = show(answer.get(), visitor);
        if (!shown) {
            drain();
            return std::unexpected(shown.error());
        }
        changed = rows_changed(answer.get());
    }
    if (wrong != nullptr || connection_->closed()) return failed(statement, wrong.get());
    return changed;
}

Result<void> PostgresSession::run_each(const Statement& statement,
                                       std::span<const std::vector<Value>> asked,
                                       const EachVisitor& visitor) {
    TRY(ready());
    if (asked.empty()) return {};
    const std::string& name = *TRY(prepare(statement));
    running_ = true;
    connection_->begin_pipeline();
    const auto count = ask_each(name, asked);
    auto outcome = receive_each(statement, count, visitor);
    connection_->end_pipeline();
    running_ = false;
    if (count == asked.size() || connection_->closed()) return outcome;
    log_failure(statement.name, "22021");
    return failed(Failure::Unfit);
}

std::size_t PostgresSession::ask_each(const std::string& name,
                                      std::span<const std::vector<Value>> asked) {
    std::size_t count = 0;
    for (; count < asked.size() && parameters_.fill(asked[count]); ++count) {
        if (!connection_->send_prepared(name, parameters_.view(), false)) break;
    }
    connection_->send_sync();
    return count;
}

Result<void> PostgresSession::receive_each(const Statement& statement, std::size_t count,
                                           const EachVisitor& visitor) {
    Answer wrong;
    Result<void> outcome;
    for (std::size_t which = 0; which < count; ++which) {
        const auto visit = [&](const RowView& row) { return visitor(which, row); };
        while (auto answer = connection_->next(Connection::ordinary_patience)) {
            if (succeeded(answer.get())) {
                if (outcome) outcome = show(answer.get(), visit);
            } else if (PQresultStatus(answer.get()) != PGRES_PIPELINE_ABORTED) {
                wrong = std::move(answer);
            }
        }
    }
    connection_->next(Connection::ordinary_patience);  // that this was all
    if (wrong != nullptr || connection_->closed()) return failed(statement, wrong.get());
    return outcome;
}

// Cancelling would end the transaction; within one the rest is passed over.
void PostgresSession::drain() {
    if (!in_transaction_) connection_->cancel();
    connection_->last(Connection::long_patience);
}

Result<void> PostgresSession::append_rows(std::string_view table,
                                          std::span<const std::string_view> columns,
                                          std::span<const std::vector<Value>> rows) {
    TRY(ready());
    if (rows.empty()) return {};
    connection_->send(copies_.of(statements::postgres_append.text, table, columns));
    auto answer = connection_->last(Connection::ordinary_patience);
    if (PQresultStatus(answer.get()) != PGRES_COPY_IN) {
        return failed(statements::postgres_append, answer.get());
    }
    const bool fit = put_rows(rows);
    connection_->end_put(fit ? nullptr : "unfit");
    answer = connection_->last(Connection::long_patience);
    if (!fit && !connection_->closed()) return failed(Failure::Unfit);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
        return failed(statements::postgres_append, answer.get());
    }
    return {};
}

// A lost connection is noticed at the end.
bool PostgresSession::put_rows(std::span<const std::vector<Value>> rows) {
    chunk_.clear();
    for (const auto& row : rows) {
        if (!append_copy_line(chunk_, row)) return false;
        if (chunk_.size() < chunk_size) continue;
        connection_->put(chunk_);
        chunk_.clear();
    }
    connection_->put(chunk_);
    return true;
}

Result<std::string> PostgresSession::command(const Statement& statement) {
    if (connection_ == nullptr) return failed(Failure::Unavailable);
    command_.assign(statement.text);
    connection_->send(command_);
    const auto answer = connection_->last(Connection::ordinary_patience);
    if (answer == nullptr || !succeeded(answer.get())) return failed(statement, answer.get());
    return std::string(PQcmdStatus(answer.get()));
}

Result<void> PostgresSession::begin(Access access) {
    CHECK(!in_transaction_);
    TRY(ready());
    TRY(command(access == Access::Read ? statements::postgres_begin_reading
                                       : statements::postgres_begin_writing));
    in_transaction_ = true;
    return {};
}

Result<void> PostgresSession::begin_on_every_node() {
    PostgresSession gate(url_);
    const auto closed = TRY(Transaction::begin(gate));
    TRY(hold_writers(gate));
    TRY(begin(Access::Read));
    auto seen = see_every_node(*this);
    if (!seen) rollback();
    return seen;
}

Result<void> PostgresSession::commit() {
    CHECK(in_transaction_);
    if (undone_) {
        rollback();
        return std::unexpected(error_of(Failure::Undone));
    }
    const auto tag = command(statements::postgres_commit);
    in_transaction_ = false;
    undone_ = false;
    if (!tag) return std::unexpected(tag.error());
    if (*tag != "COMMIT") return failed(Failure::Undone);
    return {};
}

void PostgresSession::rollback() {
    in_transaction_ = false;
    undone_ = false;
    if (connection_->closed()) return;
    if (!command(statements::postgres_rollback)) connection_->close();
}

std::unexpected<Error> PostgresSession::failed(const Statement& statement, const PGresult* answer) {
    constexpr std::string_view lost = "08006";
    const auto given = field_of(answer, PG_DIAG_SQLSTATE);
    const auto state = given.empty() ? lost : given;
    const Failure failure = failure_of(state);
    if (failure != Failure::Taken) log_failure(statement.name, state, message_of(answer, state));
    return failed(failure);
}

std::unexpected<Error> PostgresSession::failed(Failure failure) {
    if (in_transaction_) undone_ = true;
    return std::unexpected(error_of(failure));
}

}  // namespace credit::sql
