// Proof of a table (逐行核对): how many rows it holds, and one digest over all their cells in the
// order of the key. Two tables with equal proofs hold equal rows, whatever engine keeps them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backup/tables.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::backup {

struct TableProof {
    std::string table;
    std::int64_t rows = 0;
    std::string digest;  // hexadecimal

    bool operator==(const TableProof&) const = default;
};

// The table that is read, and how many of its rows were.
using Progress = std::function<void(std::string_view table, std::int64_t rows)>;

// Grows row by row.
class Prover {
public:
    void add(std::span<const sql::Cell> cells);
    TableProof finish(std::string_view table);

private:
    void fold();

    crypto::Digest digest_{};
    Bytes waiting_;
    std::int64_t rows_ = 0;
};

// What a store is copied from and to: where look-ups do not lie apart, all are one session.
struct Sessions {
    sql::Session& main;
    sql::Session& lookups;
    sql::Session& blocks;

    // That which holds the rows of the table.
    sql::Session& of(const Table& table) const;
    // Each of them once.
    std::vector<sql::Session*> all() const;
};

// Reads the tables of a store, each where its rows are.
class StoreReader {
public:
    explicit StoreReader(const Sessions& sessions);

    Result<void> scan(const Table& table, sql::RowVisitor visitor);
    // Not where its rows should be, but elsewhere.
    Result<bool> has_astray(const Table& table);
    Result<bool> is_empty(const Table& table);

private:
    Sessions sessions_;
    std::deque<std::pair<sql::Session*, TableReader>> readers_;
};

// Of every table, as it stands.
Result<std::vector<TableProof>> prove_tables(const Sessions& sessions, const Progress& progress);

}  // namespace credit::backup
