#include "sql/postgres/postgres_connection.h"

#include <libpq-fe.h>
#include <sys/poll.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "sql/failure.h"
#include "sql/postgres.sql.h"

namespace credit::sql {
namespace {

void pass_over_notice(void* /*unused*/, const PGresult* /*notice*/) {}

PGconn* connect(const std::string& url) {
    // What the URL says of these goes before; the last two are bounds on a silent network.
    constexpr std::array<const char*, 6> names{"connect_timeout", "application_name",
                                               "client_encoding", "tcp_user_timeout",
                                               "dbname",          nullptr};
    const std::array<const char*, 6> values{"5", "xinheng", "UTF8", "20000", url.c_str(), nullptr};
    constexpr int expand_url = 1;
    return PQconnectdbParams(names.data(), values.data(), expand_url);
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& url) {
    auto connection = std::unique_ptr<Connection>(new Connection(connect(url)));
    PGconn* const raw = connection->connection_.get();
    if (PQstatus(raw) != CONNECTION_OK || PQsetnonblocking(raw, 1) != 0) {
        log_failure("connect", "08001");
        return std::unexpected(error_of(Failure::Unavailable));
    }
    PQsetNoticeReceiver(raw, pass_over_notice, nullptr);
    connection->send(std::string(statements::settle.text));
    const auto answer = connection->last(ordinary_patience);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
        log_failure(statements::settle.name, "08001");
        return std::unexpected(error_of(Failure::Unavailable));
    }
    return connection;
}

bool Connection::alive() {
    if (connection_ == nullptr) return false;
    pollfd socket{.fd = PQsocket(connection_.get()), .events = POLLIN, .revents = 0};
    // What comes unasked is the server's farewell, or nothing that is worth keeping the connection.
    return ::poll(&socket, 1, 0) == 0 || lost();
}

bool Connection::lost() {
    close();
    return false;
}

bool Connection::wait(short events, std::chrono::seconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return lost();
        pollfd socket{.fd = PQsocket(connection_.get()), .events = events, .revents = 0};
        const int ready = ::poll(&socket, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno != EINTR) return lost();
        if (ready > 0) {
            if ((socket.revents & ~POLLOUT) == 0) return true;
            return PQconsumeInput(connection_.get()) == 1 || lost();
        }
    }
}

bool Connection::flush() {
    while (connection_ != nullptr) {
        const int unsent = PQflush(connection_.get());
        if (unsent == 0) return true;
        if (unsent < 0) return lost();
        if (!wait(POLLIN | POLLOUT, ordinary_patience)) return false;
    }
    return false;
}

bool Connection::send(const std::string& text) {
    if (connection_ == nullptr) return false;
    if (PQsendQuery(connection_.get(), text.c_str()) != 1) return lost();
    return flush();
}

bool Connection::send_prepare(const std::string& name, const std::string& text) {
    if (connection_ == nullptr) return false;
    if (PQsendPrepare(connection_.get(), name.c_str(), text.c_str(), 0, nullptr) != 1) {
        return lost();
    }
    return flush();
}

bool Connection::send_prepared(const std::string& name, const Parameters& parameters,
                               bool row_by_row) {
    if (connection_ == nullptr) return false;
    if (PQsendQueryPrepared(connection_.get(), name.c_str(),
                            static_cast<int>(parameters.values.size()), parameters.values.data(),
                            parameters.lengths.data(), parameters.formats.data(),
                            binary_format) != 1) {
        return lost();
    }
    if (row_by_row) PQsetSingleRowMode(connection_.get());
    return PQpipelineStatus(connection_.get()) != PQ_PIPELINE_OFF || flush();
}

bool Connection::begin_pipeline() {
    if (connection_ == nullptr) return false;
    return PQenterPipelineMode(connection_.get()) == 1 || lost();
}

bool Connection::send_sync() {
    if (connection_ == nullptr) return false;
    if (PQpipelineSync(connection_.get()) != 1) return lost();
    return flush();
}

bool Connection::end_pipeline() {
    if (connection_ == nullptr) return false;
    return PQexitPipelineMode(connection_.get()) == 1 || lost();
}

Answer Connection::next(std::chrono::seconds patience) {
    while (connection_ != nullptr && PQisBusy(connection_.get()) == 1) {
        if (!wait(POLLIN, patience)) return nullptr;
    }
    if (connection_ == nullptr) return nullptr;
    Answer answer(PQgetResult(connection_.get()));
    if (PQstatus(connection_.get()) == CONNECTION_BAD) lost();
    return answer;
}

Answer Connection::last(std::chrono::seconds patience) {
    Answer last;
    while (auto answer = next(patience)) {
        const auto status = PQresultStatus(answer.get());
        last = std::move(answer);
        if (status == PGRES_COPY_IN) break;
    }
    return last;
}

void Connection::cancel() {
    if (connection_ == nullptr) return;
    PGcancel* const request = PQgetCancel(connection_.get());
    if (request == nullptr) return;
    std::array<char, 256> reason{};
    PQcancel(request, reason.data(), static_cast<int>(reason.size()));
    PQfreeCancel(request);
}

bool Connection::put(std::string_view rows) {
    while (connection_ != nullptr) {
        const int put =
            PQputCopyData(connection_.get(), rows.data(), static_cast<int>(rows.size()));
        if (put < 0) return lost();
        if (!flush()) return false;
        if (put == 1) return true;
    }
    return false;
}

bool Connection::end_put(const char* reason) {
    while (connection_ != nullptr) {
        const int ended = PQputCopyEnd(connection_.get(), reason);
        if (ended < 0) return lost();
        if (!flush()) return false;
        if (ended == 1) return true;
    }
    return false;
}

}  // namespace credit::sql
