// The peer of bar 4 on SQLite: the rows that a submission left in a store, inserted once more into
// an empty store with the same table and indexes, from memory, by one prepared statement in one
// transaction that is durable at its end.
//
//     bench_raw_insert STORE ROWS NEW_STORE        prints rows a second

#include <sqlite3.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "sql/session.h"

namespace {

struct Cell {
    int type = SQLITE_NULL;
    sqlite3_int64 number = 0;
    std::string bytes = {};
};
using Row = std::vector<Cell>;

void require(bool met) {
    if (!met) std::exit(1);
}

sqlite3* open(const char* path) {
    sqlite3* database = nullptr;
    require(sqlite3_open(path, &database) == SQLITE_OK);
    for (const char* setting : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                                "PRAGMA cache_size = -32768", "PRAGMA temp_store = MEMORY"}) {
        require(sqlite3_exec(database, setting, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    return database;
}

sqlite3_stmt* prepare(sqlite3* database, const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(database, text.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    return statement;
}

// The last rows of the store, in the order in which they came.
std::vector<Row> rows_of(const char* store, const std::string& count) {
    sqlite3* const database = open(store);
    sqlite3_stmt* const statement =
        prepare(database,
                "SELECT * FROM record WHERE rowid IN (SELECT rowid FROM record ORDER BY rowid "
                "DESC LIMIT " +
                    count + ") ORDER BY rowid");
    std::vector<Row> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Row& row = rows.emplace_back();
        for (int at = 0; at < sqlite3_column_count(statement); ++at) {
            Cell& cell = row.emplace_back();
            cell.type = sqlite3_column_type(statement, at);
            if (cell.type == SQLITE_INTEGER) cell.number = sqlite3_column_int64(statement, at);
            if (cell.type != SQLITE_TEXT && cell.type != SQLITE_BLOB) continue;
            cell.bytes.assign(static_cast<const char*>(sqlite3_column_blob(statement, at)),
                              static_cast<std::size_t>(sqlite3_column_bytes(statement, at)));
        }
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

void insert(sqlite3_stmt* statement, const Row& row) {
    for (int at = 0; const Cell& cell : row) {
        const int place = ++at;
        const auto size = static_cast<int>(cell.bytes.size());
        if (cell.type == SQLITE_INTEGER) {
            sqlite3_bind_int64(statement, place, cell.number);
        } else if (cell.type == SQLITE_TEXT) {
            sqlite3_bind_text(statement, place, cell.bytes.data(), size, SQLITE_STATIC);
        } else if (cell.type == SQLITE_BLOB) {
            sqlite3_bind_blob(statement, place, cell.bytes.data(), size, SQLITE_STATIC);
        } else {
            sqlite3_bind_null(statement, place);
        }
    }
    require(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const auto rows = rows_of(arguments[1], arguments[2]);
    {
        const auto session = credit::sql::open_session(arguments[3]);
        require(session.has_value() && credit::sql::migrate(**session).has_value());
    }
    sqlite3* const database = open(arguments[3]);
    std::string text = "INSERT INTO record VALUES (?";
    for (std::size_t at = 1; at < rows.front().size(); ++at) text += ", ?";
    sqlite3_stmt* const statement = prepare(database, text + ")");
    const auto begun = std::chrono::steady_clock::now();
    require(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    for (const Row& row : rows) insert(statement, row);
    require(sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    std::printf("%.0f\n", static_cast<double>(rows.size()) / taken.count());
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}
