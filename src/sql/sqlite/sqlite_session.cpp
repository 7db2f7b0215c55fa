#include "sql/sqlite/sqlite_session.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <expected>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "sql/failure.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/sqlite.sql.h"
#include "sql/sqlite/one_thread.h"
#include "sql/sqlite/paced_files.h"
#include "sql/sqlite/sqlite_row.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::sql {
namespace {

constexpr int busy_milliseconds = 10'000;
constexpr int primary_code_mask = 0xff;

Failure failure_of(int code) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return Failure::Taken;
        default:
            break;
    }
    switch (code & primary_code_mask) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Failure::TryAgain;
        case SQLITE_FULL:
            return Failure::Full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Failure::Broken;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG:
            return Failure::Unfit;
        default:
            return Failure::Unavailable;
    }
}

// Whether the column can hold the value is said by SQLite later; a NUL it would let pass.
int bind(sqlite3_stmt* statement, int position, const Value& value) {
    struct Binder {
        sqlite3_stmt* statement;
        int position;
        int operator()(std::monostate /*null*/) const {
            return sqlite3_bind_null(statement, position);
        }
        int operator()(std::int64_t number) const {
            return sqlite3_bind_int64(statement, position, number);
        }
        int operator()(std::string_view text) const {
            const char* start = text.empty() ? "" : text.data();
            if (std::memchr(start, 0, text.size()) != nullptr) return SQLITE_MISMATCH;
            return sqlite3_bind_text64(statement, position, start, text.size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        }
        int operator()(BytesView bytes) const {
            if (bytes.empty()) return sqlite3_bind_zeroblob(statement, position, 0);
            return sqlite3_bind_blob64(statement, position, bytes.data(), bytes.size(),
                                       SQLITE_STATIC);
        }
        int operator()(const DateText& date) const { return (*this)(date.text()); }
    };
    return std::visit(Binder{.statement = statement, .position = position}, value.held());
}

// Two codes are this session's own.
std::string_view message_of(sqlite3* database, int code) {
    if (code == SQLITE_MISUSE) return "wrong number of parameters, or a write while reading";
    if (code == SQLITE_MISMATCH) return "text with a NUL character";
    return sqlite3_errmsg(database);
}

// Only when there is no file: closing a second descriptor of one that is open drops its locks.
bool create_private_file(const std::string& path) {
    constexpr int owner_only = 0600;
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, owner_only);
    if (file < 0) return errno == EEXIST;
    return ::close(file) == 0;
}

std::shared_ptr<Activity> activity_at(const std::string& path) {
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<Activity>> activities;
    const std::lock_guard lock(mutex);
    auto activity = activities[path].lock();
    if (activity == nullptr) {
        activity = std::make_shared<Activity>(path);
        activities[path] = activity;
    }
    return activity;
}

std::vector<int> positions_of(sqlite3_stmt* statement) {
    std::vector<int> positions;
    for (int position = 1; position <= sqlite3_bind_parameter_count(statement); ++position) {
        const std::string_view name = sqlite3_bind_parameter_name(statement, position);
        std::size_t number = 0;
        const auto read = std::from_chars(name.data() + 1, name.data() + name.size(), number);
        CHECK(read.ec == std::errc() && number >= 1);
        if (positions.size() < number) positions.resize(number);
        positions[number - 1] = position;
    }
    return positions;
}

}  // namespace

Result<std::unique_ptr<Session>> open_sqlite(const std::string& path) {
    return SqliteSession::open(path);
}

Result<std::unique_ptr<Session>> SqliteSession::open(const std::string& path) {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
    if (!create_private_file(path)) return std::unexpected(error_of(Failure::Unavailable));

    auto session = std::make_unique<SqliteSession>();
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &database, flags, paced_layer());
    session->database_.reset(database);
    if (code != SQLITE_OK) return std::unexpected(error_of(failure_of(code)));
    sqlite3_busy_timeout(database, busy_milliseconds);
    session->activity_ = activity_at(path);
    TRY(session->configure());
    return session;
}

SqliteSession::~SqliteSession() {
    prepared_.clear();
}

Result<void> SqliteSession::configure() {
    for (const auto& setting :
         {statements::use_write_ahead_log, statements::sync_every_commit,
          statements::leave_references_to_rebuild, statements::map_the_file,
          statements::cache_pages, statements::sort_in_memory, statements::distrust_the_schema,
          statements::check_cells, statements::bound_the_log}) {
        TRY(execute(setting));
    }
    sqlite3_wal_hook(database_.get(), committed, this);
    return {};
}

// Called by SQLite after each commit, with the pages that its log holds.
int SqliteSession::committed(void* session, sqlite3* database, const char* /*name*/, int pages) {
    static_cast<SqliteSession*>(session)->activity_->checkpointer.follow(database, pages);
    return SQLITE_OK;
}

Result<std::int64_t> SqliteSession::run(const Statement& statement, std::span<const Value> values,
                                        Reading /*reading*/, RowVisitor visitor) {
    CHECK(!running_);
    if (undone_) return failed(Failure::Undone);
    const Prepared& prepared = *TRY(prepare(statement));
    if (values.size() != prepared.positions.size() || (reading_ && !prepared.reads_only)) {
        return failed(statement, SQLITE_MISUSE);
    }
    if (!in_transaction_) TRY(look(prepared.reads_only));
    for (std::size_t number = 0; number < values.size(); ++number) {
        const int position = prepared.positions[number];
        const int code =
            position == 0 ? SQLITE_OK : bind(prepared.statement.get(), position, values[number]);
        if (code != SQLITE_OK) return failed(statement, code);
    }
    running_ = true;
    auto changed = step(statement, prepared, visitor);
    running_ = false;
    if (!prepared.reads_only && !in_transaction_) ++activity_->changes;
    if (!changed) drop_view();
    return changed;
}

Result<void> SqliteSession::keep_view() {
    TRY(execute(statements::cache_few_pages));
    keeps_view_ = true;
    return {};
}

// Before a statement outside a transaction: reads share a view for as long as nothing changes.
Result<void> SqliteSession::look(bool reads_only) {
    constexpr std::chrono::milliseconds longest{50};
    if (!reads_only) TRY(wait_for_disk(true));
    if (!keeps_view_) return {};
    const bool may_keep = reads_only && activity_->writers == 0 && !one_thread();
    const auto changes = activity_->changes.load();
    const auto now = std::chrono::steady_clock::now();
    if (viewing_ && may_keep && changes == seen_ && now - viewed_at_ < longest) return {};
    drop_view();
    if (!may_keep) return {};
    TRY(steer(statements::sqlite_begin_reading));
    viewing_ = true;
    seen_ = changes;
    viewed_at_ = now;
    return {};
}

// A statement that begins or ends a transaction.
Result<void> SqliteSession::steer(const Statement& statement) {
    sqlite3_stmt* const running = TRY(prepare(statement))->statement.get();
    const int code = sqlite3_step(running);
    if (code == SQLITE_DONE) {
        sqlite3_reset(running);
        return {};
    }
    auto failure = failed(statement, code);
    sqlite3_reset(running);
    return failure;
}

void SqliteSession::drop_view() {
    if (!std::exchange(viewing_, false)) return;
    if (steer(statements::sqlite_commit)) return;
    if (sqlite3_get_autocommit(database_.get()) != 0) return;
    const auto outcome = steer(statements::sqlite_rollback);
    CHECK(outcome.has_value());
}

Result<void> SqliteSession::never_wait(const Statement& setting) {
    TRY(execute(setting));
    never_waits_ = true;
    return {};
}

void SqliteSession::discard_at_close() {
    CHECK(sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr) ==
          SQLITE_OK);
}

Result<std::int64_t> SqliteSession::step(const Statement& statement, const Prepared& prepared,
                                         RowVisitor visitor) {
    sqlite3_stmt* const running = prepared.statement.get();
    const SqliteRow row(running);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(running)) == SQLITE_ROW) {
        const auto seen = visitor(row);
        if (seen) continue;
        sqlite3_reset(running);
        return std::unexpected(seen.error());
    }
    const auto changed = prepared.reads_only ? std::int64_t{0} : sqlite3_changes64(database_.get());
    if (code != SQLITE_DONE) {
        auto failure = failed(statement, code);
        sqlite3_reset(running);
        return failure;
    }
    sqlite3_reset(running);
    return changed;
}

Result<SqliteSession::Prepared*> SqliteSession::prepare(const Statement& statement) {
    auto [place, fresh] = prepared_.try_emplace(statement.text.data());
    Prepared& prepared = place->second;
    // The address of a text that was not constant may come again with another text.
    if (!fresh && prepared.text == statement.text) return &prepared;

    sqlite3_stmt* compiled = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), statement.text.data(),
                                        static_cast<int>(statement.text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &compiled, nullptr);
    if (code != SQLITE_OK) {
        prepared_.erase(place);
        return failed(statement, code);
    }
    prepared.text = statement.text;
    prepared.statement.reset(compiled);
    prepared.positions = positions_of(compiled);
    prepared.reads_only = sqlite3_stmt_readonly(compiled) != 0;
    return &prepared;
}

Result<void> SqliteSession::append_rows(std::string_view table,
                                        std::span<const std::string_view> columns,
                                        std::span<const std::vector<Value>> rows) {
    const auto& text = inserts_.of(statements::sqlite_append.text, table, columns);
    const Statement insert{.name = statements::sqlite_append.name, .text = text};
    if (in_transaction_) return append_each(insert, rows);

    auto transaction = TRY(Transaction::begin(*this));
    TRY(append_each(insert, rows));
    return transaction.commit();
}

Result<void> SqliteSession::append_each(const Statement& insert,
                                        std::span<const std::vector<Value>> rows) {
    for (const auto& row : rows) TRY(execute(insert, row));
    return {};
}

Result<void> SqliteSession::begin(Access access) {
    CHECK(!in_transaction_);
    drop_view();
    const bool reads = access == Access::Read;
    if (!reads) TRY(wait_for_disk(access != Access::Behind));
    if (!reads) ++activity_->writers;
    writing_ = !reads;
    const auto begun =
        steer(reads ? statements::sqlite_begin_reading : statements::sqlite_begin_writing);
    if (!begun) {
        end_writing();
        return std::unexpected(begun.error());
    }
    in_transaction_ = true;
    reading_ = reads;
    return {};
}

Result<void> SqliteSession::commit() {
    CHECK(in_transaction_);
    if (undone_) {
        rollback();
        return std::unexpected(error_of(Failure::Undone));
    }
    reading_ = false;
    auto outcome = steer(statements::sqlite_commit);
    if (!outcome) {
        rollback();
        return std::unexpected(std::move(outcome).error());
    }
    in_transaction_ = false;
    end_writing();
    return {};
}

void SqliteSession::rollback() {
    in_transaction_ = false;
    reading_ = false;
    undone_ = false;
    // After a full disk or a broken file SQLite may have rolled back by itself.
    if (sqlite3_get_autocommit(database_.get()) == 0) {
        const auto outcome = steer(statements::sqlite_rollback);
        CHECK(outcome.has_value());
    }
    end_writing();
}

// The change is counted before anybody is told of it.
void SqliteSession::end_writing() {
    if (!std::exchange(writing_, false)) return;
    ++activity_->changes;
    --activity_->writers;
}

// As the next commit is to do; not within a transaction.
Result<void> SqliteSession::wait_for_disk(bool waits) {
    if (never_waits_ || behind_ == !waits) return {};
    TRY(steer(waits ? statements::sync_every_commit : statements::sync_no_commit));
    behind_ = !waits;
    return {};
}

std::unexpected<Error> SqliteSession::failed(const Statement& statement, int code) {
    const Failure failure = failure_of(code);
    if (failure != Failure::Taken) {
        // Values are bound, so SQLite's message names tables and columns only.
        log_failure(statement.name, std::to_string(code), message_of(database_.get(), code));
    }
    return failed(failure);
}

std::unexpected<Error> SqliteSession::failed(Failure failure) {
    if (in_transaction_) undone_ = true;
    return std::unexpected(error_of(failure));
}

}  // namespace credit::sql
