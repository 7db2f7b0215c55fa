// A session in whose calls somebody else comes between: what happens to a reader of several
// statements when the store changes after its n-th.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::store {

// Passes everything on, and calls `between` once, before the n-th statement (counted from 1).
class InterposedSession final : public sql::Session {
public:
    InterposedSession(sql::Session& inner, int before_call, std::function<void()> between)
        : inner_(inner), before_call_(before_call), between_(std::move(between)) {}

    int calls() const { return calls_; }

    sql::Engine engine() const override { return inner_.engine(); }
    Result<std::int64_t> run(const sql::Statement& statement, std::span<const sql::Value> values,
                             sql::Reading reading, sql::RowVisitor visitor) override {
        if (++calls_ == before_call_) between_();
        return inner_.run(statement, values, reading, visitor);
    }
    Result<void> append_rows(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<sql::Value>> rows) override {
        return inner_.append_rows(table, columns, rows);
    }
    Result<void> begin(sql::Access access) override { return inner_.begin(access); }
    Result<void> commit() override { return inner_.commit(); }
    void rollback() override { inner_.rollback(); }

private:
    sql::Session& inner_;
    int before_call_;
    std::function<void()> between_;
    int calls_ = 0;
};

}  // namespace credit::store
