#include "backup/tables.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sql/postgres.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/sqlite.sql.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::backup {
namespace {

constexpr std::string_view table_of_migrations = "migration";

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

void fill(std::string& text, std::string_view gap, std::string_view filling) {
    text.replace(text.find(gap), gap.size(), filling);
}

std::string text_for(const Table& table) {
    std::string text(sql::statements::table_rows.text);
    fill(text, "{columns}", joined(table.columns));
    fill(text, "{table}", table.name);
    fill(text, "{key}", joined(table.key.empty() ? table.columns : table.key));
    return text;
}

// A table while its columns arrive one by one.
struct Growing {
    Table table;
    std::map<std::int64_t, std::string> key;  // by place

    void add(const sql::Row& row) {
        table.columns.push_back(row.text(1));
        if (row.integer(2) > 0) key.emplace(row.integer(2), row.text(1));
    }
    Table finished() && {
        for (auto& [place, column] : key) table.key.push_back(std::move(column));
        return std::move(table);
    }
};

}  // namespace

Result<std::vector<Table>> tables_of(sql::Session& session) {
    const bool sqlite = session.engine() == sql::Engine::Sqlite;
    const auto rows = TRY(
        session.query(sqlite ? sql::statements::sqlite_tables : sql::statements::postgres_tables));
    std::map<std::string, Growing, std::less<>> growing;
    for (const auto& row : rows) {
        auto& entry = growing[row.text(0)];
        entry.table.name = row.text(0);
        entry.add(row);
    }
    std::vector<Table> tables;
    for (auto& [name, entry] : growing) {
        if (name != table_of_migrations) tables.push_back(std::move(entry).finished());
    }
    return tables;
}

Result<void> TableReader::scan(const Table& table, sql::RowVisitor visitor) {
    const sql::Statement statement{.name = sql::statements::table_rows.name,
                                   .text = texts_.emplace_back(text_for(table))};
    TRY(session_.run(statement, {}, sql::Reading::Streaming, visitor));
    return {};
}

Result<bool> TableReader::is_empty(const Table& table) {
    auto& text = texts_.emplace_back(sql::statements::table_any_row.text);
    fill(text, "{table}", table.name);
    const auto row =
        TRY(session_.find({.name = sql::statements::table_any_row.name, .text = text}));
    return !row.has_value();
}

}  // namespace credit::backup
