#include "tests/store/failing_session.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/failure.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::store {

Result<void> FailingSession::count_call() {
    if (undone_) return std::unexpected(sql::error_of(sql::Failure::Undone));
    if (++calls_ != failing_call_) return {};
    undone_ = in_transaction_;
    return std::unexpected(sql::error_of(sql::Failure::Unavailable));
}

Result<std::int64_t> FailingSession::run(const sql::Statement& statement,
                                         std::span<const sql::Value> values, sql::Reading reading,
                                         sql::RowVisitor visitor) {
    TRY(count_call());
    return inner_.run(statement, values, reading, visitor);
}

Result<void> FailingSession::append_rows(std::string_view table,
                                         std::span<const std::string_view> columns,
                                         std::span<const std::vector<sql::Value>> rows) {
    TRY(count_call());
    return inner_.append_rows(table, columns, rows);
}

Result<void> FailingSession::begin(sql::Access access) {
    TRY(count_call());
    TRY(inner_.begin(access));
    in_transaction_ = true;
    return {};
}

Result<void> FailingSession::commit() {
    const auto counted = count_call();
    if (!counted) {
        rollback();
        return counted;
    }
    in_transaction_ = false;
    return inner_.commit();
}

void FailingSession::rollback() {
    in_transaction_ = false;
    undone_ = false;
    inner_.rollback();
}

void fail_at_each_call(sql::Session& session, const std::function<Result<void>(sql::Session&)>& act,
                       const std::function<void(sql::Session&)>& nothing_done) {
    constexpr int calls_max = 1000;
    for (int call = 1; call <= calls_max; ++call) {
        SCOPED_TRACE("the store fails at call " + std::to_string(call));
        FailingSession failing(session, call);
        const auto done = act(failing);
        if (!failing.failed()) {
            EXPECT_TRUE(done.has_value());
            return;
        }
        EXPECT_FALSE(done.has_value());
        nothing_done(session);
    }
    FAIL() << "the act does not end";
}

}  // namespace credit::store
