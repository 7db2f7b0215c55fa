// Failure injection: a session that fails at its n-th call, for each n, so that a test can show
// that an act leaves nothing half done.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::store {

// Passes everything on, but the n-th of all calls (begin, statements, append_rows, commit; counted
// from 1) is not carried out and answers "sql.unavailable". A transaction that met it is lost.
class FailingSession final : public sql::Session {
public:
    FailingSession(sql::Session& inner, int failing_call)
        : inner_(inner), failing_call_(failing_call) {}

    bool failed() const { return calls_ >= failing_call_; }

    sql::Engine engine() const override { return inner_.engine(); }
    Result<std::int64_t> run(const sql::Statement& statement, std::span<const sql::Value> values,
                             sql::Reading reading, sql::RowVisitor visitor) override;
    Result<void> append_rows(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<sql::Value>> rows) override;
    Result<void> begin(sql::Access access) override;
    Result<void> commit() override;
    void rollback() override;

private:
    Result<void> count_call();

    sql::Session& inner_;
    int failing_call_;
    int calls_ = 0;
    bool in_transaction_ = false;
    bool undone_ = false;
};

// Performs the act on a session that fails at its first call, at its second, … until it succeeds
// for lack of further calls. After each failure `nothing_done` is called with the inner session.
// The act is given another session each time and must not keep it.
void fail_at_each_call(sql::Session& session, const std::function<Result<void>(sql::Session&)>& act,
                       const std::function<void(sql::Session&)>& nothing_done);

}  // namespace credit::store
