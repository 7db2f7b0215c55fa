#include "lookups/blocks/lookup_block.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/store_places.h"
#include "lookups/blocks/lookup_block.sql.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/lookup.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = blocks::statements;

constexpr std::int64_t blocks_at_once = 2048;
constexpr std::size_t lookups_at_once = 4096;
constexpr std::size_t removed_at_once = 32;

constexpr std::array<std::string_view, 13> columns{
    "subject_key", "lookup_id", "bucket", "looked_at",   "account", "authority", "officer",
    "matter",      "purpose",   "ground", "case_number", "shown",   "digest"};

// The texts of a look-up, in the order in which an entry holds them.
template <typename Lookup>
auto texts_of(Lookup& lookup) {
    auto& reason = lookup.reason;
    return std::array{&lookup.subject_key, &lookup.id,     &lookup.account, &lookup.authority,
                      &reason.officer,     &reason.matter, &reason.purpose, &reason.ground,
                      &reason.case_number, &lookup.shown};
}

void append_number(std::string& entries, std::uint64_t number, std::size_t size) {
    for (std::size_t at = 0; at < size; ++at) {
        entries += static_cast<char>(number >> (8 * at));
    }
}

// Takes parts from the front of a block; once one is missing it gives nothing more.
class Parts {
public:
    explicit Parts(BytesView rest) : rest_(rest) {}

    bool empty() const { return rest_.empty(); }
    bool broken() const { return broken_; }

    BytesView take(std::size_t size) {
        if (size > rest_.size()) {
            broken_ = true;
            rest_ = {};
            return {};
        }
        return std::exchange(rest_, rest_.subspan(size)).first(size);
    }
    std::uint64_t number(std::size_t size) {
        std::uint64_t number = 0;
        const BytesView bytes = take(size);
        for (std::size_t at = bytes.size(); at-- > 0;) number = number << 8U | bytes[at];
        return number;
    }
    std::string_view text() { return text_of(take(number(4))); }

private:
    BytesView rest_;
    bool broken_ = false;
};

std::vector<sql::Value> row_of(const Lookup& lookup) {
    const Reason& reason = lookup.reason;
    return {lookup.subject_key,
            lookup.id,
            bucket_of(lookup.subject_key),
            lookup.looked_at.milliseconds,
            lookup.account,
            lookup.authority,
            reason.officer,
            reason.matter,
            reason.purpose,
            reason.ground,
            reason.case_number,
            lookup.shown,
            lookup.digest};
}

Result<std::vector<std::string>> oldest(sql::Session& blocks, std::int64_t blocks_max) {
    std::vector<std::string> ids;
    TRY(blocks.read(statements::oldest_blocks, {blocks_max},
                    [&ids](const sql::RowView& row) -> Result<void> {
                        ids.emplace_back(row.text(0));
                        return {};
                    }));
    return ids;
}

// The oldest blocks, until they held enough, and what they held.
struct Taken {
    std::vector<std::string> blocks;
    std::vector<Lookup> lookups;
    bool all = false;  // there are no others
};

Result<Taken> take_oldest(sql::Session& blocks, const sql::Statement& statement,
                          std::size_t lookups_min) {
    Taken taken;
    const auto ids = TRY(oldest(blocks, blocks_at_once));
    for (const auto& id : ids) {
        if (taken.lookups.size() >= lookups_min) break;
        taken.blocks.push_back(id);
        TRY(blocks.read(statement, {id}, [&taken](const sql::RowView& row) {
            return read_entries(row.bytes(0), taken.lookups);
        }));
    }
    taken.all = taken.blocks.size() == ids.size() && std::ssize(ids) < blocks_at_once;
    std::ranges::sort(taken.lookups, {}, &Lookup::subject_key);
    return taken;
}

Result<void> insert_new(sql::Session& table, const std::vector<Lookup>& lookups) {
    std::vector<std::vector<sql::Value>> rows;
    rows.reserve(lookups.size());
    for (const Lookup& lookup : lookups) rows.push_back(row_of(lookup));
    return table.append_rows("lookup", columns, rows);
}

Result<void> insert_missing(sql::Session& table, const std::vector<Lookup>& lookups) {
    for (const Lookup& lookup : lookups)
        TRY(table.execute(statements::insert_missing, row_of(lookup)));
    return {};
}

// A copy of two files may hold a look-up twice; of one alone it cannot be made.
Result<Settled> settle_within(sql::Session& session, std::size_t lookups_min, bool twice) {
    auto transaction = TRY(sql::Transaction::begin(session));
    const auto taken = TRY(take_oldest(session, statements::take_block, lookups_min));
    TRY(twice ? insert_missing(session, taken.lookups) : insert_new(session, taken.lookups));
    TRY(transaction.commit());
    return Settled{.lookups = taken.lookups.size(), .all = taken.all, .blocks = {}};
}

Result<void> insert_durably(sql::Session& table, const std::vector<Lookup>& lookups) {
    auto transaction = TRY(sql::Transaction::begin(table));
    TRY(insert_missing(table, lookups));
    return transaction.commit();
}

Result<Settled> copy_across(const Sessions& sessions, std::size_t lookups_min) {
    auto taken = TRY(take_oldest(sessions.blocks, statements::find_block, lookups_min));
    TRY(insert_durably(sessions.table, taken.lookups));
    return Settled{
        .lookups = taken.lookups.size(), .all = taken.all, .blocks = std::move(taken.blocks)};
}

}  // namespace

std::int64_t bucket_of(std::string_view subject_key) {
    return ledger::bucket_of(subject_key);
}

void append_entry(std::string& entries, const Lookup& lookup) {
    append_number(entries, static_cast<std::uint64_t>(lookup.looked_at.milliseconds), 8);
    for (const auto* text : texts_of(lookup)) {
        append_number(entries, text->size(), 4);
        entries += *text;
    }
    entries += text_of(lookup.digest);
}

Result<void> read_entries(BytesView entries, std::vector<Lookup>& lookups) {
    for (Parts parts(entries); !parts.empty();) {
        Lookup& lookup = lookups.emplace_back();
        lookup.looked_at.milliseconds = static_cast<std::int64_t>(parts.number(8));
        for (auto* text : texts_of(lookup)) *text = parts.text();
        const BytesView digest = parts.take(lookup.digest.size());
        std::ranges::copy(digest, lookup.digest.begin());
        if (parts.broken()) return fail(ErrorCode::Unavailable, "sql.broken");
    }
    return {};
}

Result<Settled> settle_some(const Sessions& sessions, std::size_t lookups_min) {
    if (TRY(oldest(sessions.blocks, 1)).empty()) return Settled{};
    if (sessions.apart()) return copy_across(sessions, lookups_min);
    // Whatever failed: a cluster does not tell of a COPY that a row is there already.
    auto settled = settle_within(sessions.table, lookups_min, false);
    return settled ? settled : settle_within(sessions.table, lookups_min, true);
}

Result<void> remove_blocks(sql::Session& blocks, std::span<const std::string> ids) {
    while (!ids.empty()) {
        const auto some = ids.first(std::min(ids.size(), removed_at_once));
        auto transaction = TRY(sql::Transaction::begin(blocks));
        for (const auto& id : some) TRY(blocks.execute(statements::delete_block, {id}));
        TRY(transaction.commit());
        ids = ids.subspan(some.size());
    }
    return {};
}

Result<void> settle(const Sessions& sessions) {
    for (bool all = false; !all;) {
        const auto settled = TRY(settle_some(sessions, lookups_at_once));
        TRY(remove_blocks(sessions.blocks, settled.blocks));
        all = settled.all;
    }
    return {};
}

Result<void> settle(const Pools& pools) {
    auto table = TRY(pools.table.lease(sql::Access::Write));
    if (!pools.apart()) return settle({.table = *table, .blocks = *table});
    auto blocks = TRY(pools.blocks.lease(sql::Access::Write));
    return settle({.table = *table, .blocks = *blocks});
}

Result<sql::Lease> lease_settled(const Pools& pools) {
    bool all = false;
    {
        auto blocks = TRY(pools.blocks.lease(sql::Access::Read));
        all = TRY(oldest(*blocks, 1)).empty();
    }
    if (!all) TRY(settle(pools));
    return pools.table.lease(sql::Access::Read);
}

Result<LookupFiles> LookupFiles::open(const ledger::StorePlaces& places) {
    LookupFiles files;
    files.table_ = TRY(sql::open_session(places.lookups));
    if (places.blocks != places.lookups && std::filesystem::exists(places.blocks)) {
        files.blocks_ = TRY(sql::open_session(places.blocks));
    }
    return files;
}

Result<void> visit_unsettled(sql::Session& blocks,
                             const std::function<Result<void>(const Lookup&)>& visitor) {
    std::vector<Lookup> lookups;
    return blocks.scan(statements::all_blocks, {}, [&](const sql::RowView& row) -> Result<void> {
        lookups.clear();
        TRY(read_entries(row.bytes(0), lookups));
        for (const auto& lookup : lookups) TRY(visitor(lookup));
        return {};
    });
}

}  // namespace credit::lookups
