// The tables of a store, as its engine tells them: what copies a store whole goes by.

#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::backup {

struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> key;  // columns of the primary key, in its order

    bool operator==(const Table&) const = default;
};

// Sorted by name; without the table of migrations, which a store keeps for itself.
Result<std::vector<Table>> tables_of(sql::Session& session);

// The rows of tables in the order of their keys, one by one. One object for one session, and alive
// as long as the session reads.
class TableReader {
public:
    explicit TableReader(sql::Session& session) : session_(session) {}

    Result<void> scan(const Table& table, sql::RowVisitor visitor);
    Result<bool> is_empty(const Table& table);

private:
    sql::Session& session_;
    std::deque<std::string> texts_;  // a session knows a statement by the address of its text
};

}  // namespace credit::backup
