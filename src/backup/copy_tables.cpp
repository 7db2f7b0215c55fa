#include "backup/copy_tables.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "backup/manifest.h"
#include "backup/table_proof.h"
#include "backup/tables.h"
#include "foundation/result.h"
#include "sql/citus/whole_view.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::backup {
namespace {

constexpr std::size_t rows_in_chunk = 2000;

// Rows on their way into one table.
class Filling {
public:
    Filling(sql::Session& to, const Table& table)
        : to_(to), table_(table), columns_(table.columns.begin(), table.columns.end()) {}

    Result<void> add(sql::Row row) {
        waiting_.push_back(std::move(row));
        return waiting_.size() < rows_in_chunk ? Result<void>{} : flush();
    }

    Result<void> flush() {
        if (waiting_.empty()) return {};
        std::vector<std::vector<sql::Value>> rows;
        rows.reserve(waiting_.size());
        for (const auto& row : waiting_) {
            auto& values = rows.emplace_back();
            values.reserve(row.cells().size());
            for (const auto& cell : row.cells()) {
                values.push_back(
                    std::visit([](const auto& held) -> sql::Value { return {held}; }, cell));
            }
        }
        TRY(to_.append_rows(table_.name, columns_, rows));
        waiting_.clear();
        return {};
    }

private:
    sql::Session& to_;
    const Table& table_;
    std::vector<std::string_view> columns_;
    std::vector<sql::Row> waiting_;
};

Result<void> expect_empty(const Sessions& to) {
    StoreReader store(to);
    for (const auto& table : TRY(tables_of(to.main))) {
        const bool empty = TRY(store.is_empty(table));
        if (!empty) return fail(ErrorCode::Conflict, "backup.not_empty", {table.name});
    }
    return {};
}

// Nothing would be copied of rows that lie where their table has none.
Result<void> expect_none_astray(const Sessions& from) {
    StoreReader store(from);
    for (const auto& table : TRY(tables_of(from.main))) {
        const bool astray = TRY(store.has_astray(table));
        if (astray) return fail(ErrorCode::Conflict, "backup.rows_astray", {table.name});
    }
    return {};
}

Result<void> expect_same_tables(const Sessions& from, const Sessions& to) {
    if (TRY(tables_of(from.main)) == TRY(tables_of(to.main))) return {};
    return fail(ErrorCode::Conflict, "backup.other_version");
}

Result<std::vector<TableProof>> copy_each(const Sessions& from, const Sessions& to,
                                          const Progress& progress) {
    std::vector<TableProof> proofs;
    StoreReader store(from);
    for (const auto& table : TRY(tables_of(from.main))) {
        Filling filling(to.of(table), table);
        Prover prover;
        std::size_t rows = 0;
        TRY(store.scan(table, [&](const sql::RowView& row) -> Result<void> {
            auto owned = row.to_row();
            prover.add(owned.cells());
            if (++rows % rows_in_chunk == 0) progress(table.name, static_cast<std::int64_t>(rows));
            return filling.add(std::move(owned));
        }));
        TRY(filling.flush());
        proofs.push_back(prover.finish(table.name));
    }
    return proofs;
}

Result<void> expect_equal(const std::vector<TableProof>& read,
                          const std::vector<TableProof>& written) {
    for (std::size_t place = 0; place < read.size(); ++place) {
        if (place < written.size() && read[place] == written[place]) continue;
        return fail(ErrorCode::Unavailable, "backup.came_out_otherwise", {read[place].table});
    }
    return {};
}

// What is read afterwards may say more of a look-up, but never less: a block is read before the
// table into which it is settled, and what the database says of look-ups before both.
Result<std::vector<sql::WholeView>> begin_reading(const Sessions& from) {
    std::vector<sql::WholeView> readings;
    auto sessions = from.all();
    std::ranges::reverse(sessions.begin() + 1, sessions.end());
    readings.reserve(sessions.size());
    for (auto* const session : sessions) {
        readings.push_back(TRY(sql::WholeView::begin(*session)));
    }
    return readings;
}

Result<std::vector<sql::Transaction>> begin_writing(const Sessions& to) {
    std::vector<sql::Transaction> writings;
    const auto sessions = to.all();
    writings.reserve(sessions.size());
    for (auto* const session : sessions) {
        writings.push_back(TRY(sql::Transaction::begin(*session)));
        TRY(sql::outlast_idleness(*session));
    }
    return writings;
}

}  // namespace

Result<void> CopiedTables::commit() {
    for (auto& writing : std::views::reverse(writings)) TRY(writing.commit());
    return {};
}

Result<CopiedTables> copy_tables(const Sessions& from, const Sessions& to, const Manifest* made,
                                 const Progress& progress) {
    TRY(expect_same_tables(from, to));
    TRY(expect_empty(to));
    const auto readings = TRY(begin_reading(from));
    TRY(expect_none_astray(from));
    auto writings = TRY(begin_writing(to));
    auto read = TRY(copy_each(from, to, progress));
    if (made != nullptr) TRY(expect_as_made(*made, read));
    const auto written = TRY(prove_tables(to, progress));
    TRY(expect_equal(read, written));
    return CopiedTables{.proofs = std::move(read), .writings = std::move(writings)};
}

}  // namespace credit::backup
