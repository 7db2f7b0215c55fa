#include "backup/table_proof.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backup/tables.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::backup {
namespace {

constexpr std::size_t folded_at = 1U << 20U;
constexpr std::int64_t told_every = 10'000;

// Tables of the files of look-ups; on PostgreSQL they lie with the others.
constexpr std::array<std::string_view, 4> of_lookups{"lookup", "lookup_batch", "lookup_batch_part",
                                                     "lookup_seal_block"};
constexpr std::string_view of_blocks = "lookup_block";

// A cell of another kind or length never comes to the same bytes.
void append(Bytes& out, char kind, BytesView content) {
    out.push_back(static_cast<std::uint8_t>(kind));
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<std::uint8_t>(std::uint64_t{content.size()} >> shift));
    }
    out.insert(out.end(), content.begin(), content.end());
}

struct CellWriter {
    Bytes& out;

    void operator()(std::monostate /*null*/) const { append(out, 'n', {}); }
    void operator()(std::int64_t number) const {
        const auto text = std::to_string(number);
        append(out, 'i', bytes_of(text));
    }
    void operator()(const std::string& text) const { append(out, 't', bytes_of(text)); }
    void operator()(const Bytes& bytes) const { append(out, 'b', bytes); }
};

}  // namespace

void Prover::add(std::span<const sql::Cell> cells) {
    ++rows_;
    for (const auto& cell : cells) std::visit(CellWriter{waiting_}, cell);
    if (waiting_.size() >= folded_at) fold();
}

TableProof Prover::finish(std::string_view table) {
    fold();
    return {.table = std::string(table), .rows = rows_, .digest = to_hex(digest_)};
}

// Folded row by row into one, so that where a piece ends depends on the rows alone.
void Prover::fold() {
    const std::array<BytesView, 2> parts{digest_, waiting_};
    digest_ = crypto::sha256(parts);
    waiting_.clear();
}

sql::Session& Sessions::of(const Table& table) const {
    if (table.name == of_blocks) return blocks;
    const bool apart = std::ranges::find(of_lookups, table.name) != of_lookups.end();
    return apart ? lookups : main;
}

std::vector<sql::Session*> Sessions::all() const {
    std::vector<sql::Session*> all{&main};
    for (auto* const session : {&lookups, &blocks}) {
        if (std::ranges::find(all, session) == all.end()) all.push_back(session);
    }
    return all;
}

StoreReader::StoreReader(const Sessions& sessions) : sessions_(sessions) {
    for (auto* const session : sessions.all()) readers_.emplace_back(session, *session);
}

Result<void> StoreReader::scan(const Table& table, sql::RowVisitor visitor) {
    const auto reader =
        std::ranges::find(readers_, &sessions_.of(table), [](auto& each) { return each.first; });
    return reader->second.scan(table, visitor);
}

Result<bool> StoreReader::has_astray(const Table& table) {
    for (auto& [session, reader] : readers_) {
        if (session == &sessions_.of(table)) continue;
        const bool empty = TRY(reader.is_empty(table));
        if (!empty) return true;
    }
    return false;
}

Result<bool> StoreReader::is_empty(const Table& table) {
    for (auto& [session, reader] : readers_) {
        const bool empty = TRY(reader.is_empty(table));
        if (!empty) return false;
    }
    return true;
}

Result<std::vector<TableProof>> prove_tables(const Sessions& sessions, const Progress& progress) {
    std::vector<TableProof> proofs;
    StoreReader store(sessions);
    for (const auto& table : TRY(tables_of(sessions.main))) {
        Prover prover;
        std::int64_t rows = 0;
        TRY(store.scan(table, [&](const sql::RowView& row) -> Result<void> {
            prover.add(row.to_row().cells());
            if (++rows % told_every == 0) progress(table.name, rows);
            return {};
        }));
        proofs.push_back(prover.finish(table.name));
    }
    return proofs;
}

}  // namespace credit::backup
