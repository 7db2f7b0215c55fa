// A connection to PostgreSQL over libpq that never waits without end.
//
// A frozen server holds back its answer in spite of every setting of its own, so each wait here has
// a deadline. When it passes, or the connection breaks, the connection is closed and stays so.

#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace credit::sql {

struct ClearAnswer {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

inline constexpr int binary_format = 1;

// Parameters in the form in which libpq takes them.
struct Parameters {
    std::span<const char* const> values;
    std::span<const int> lengths;
    std::span<const int> formats;
};

class Connection {
public:
    // Silence of the server after which an ordinary statement, or one that may take long, is given
    // up.
    static constexpr std::chrono::seconds ordinary_patience{30};
    static constexpr std::chrono::seconds long_patience{600};

    // "sql.unavailable" when the server does not answer within seconds.
    static Result<std::unique_ptr<Connection>> open(const std::string& url);

    // False after a failure of the connection, and when the server has closed it meanwhile.
    bool alive();
    bool closed() const { return connection_ == nullptr; }
    void close() { connection_.reset(); }

    // Each sends and returns at once; the answers are taken with next().
    bool send(const std::string& text);
    bool send_prepare(const std::string& name, const std::string& text);
    bool send_prepared(const std::string& name, const Parameters& parameters, bool row_by_row);
    // Between the two what is sent with send_prepared() waits for send_sync(). For each of them the
    // answers are taken until there is none, then the one answer that this was all.
    bool begin_pipeline();
    bool send_sync();
    bool end_pipeline();
    // No answer after the last one, and when the connection was lost: then it is not alive.
    Answer next(std::chrono::seconds patience);
    // The last answer; the others are passed over.
    Answer last(std::chrono::seconds patience);
    // Asks the server to stop what it is doing; next() then ends soon.
    void cancel();

    bool put(std::string_view rows);
    // The server undoes what was put when a reason not to keep it is given.
    bool end_put(const char* reason = nullptr);

private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };

    explicit Connection(PGconn* connection) : connection_(connection) {}
    bool lost();
    bool wait(short events, std::chrono::seconds patience);
    bool flush();

    std::unique_ptr<PGconn, Finish> connection_;
};

}  // namespace credit::sql
