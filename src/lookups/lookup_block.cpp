#include "lookups/lookup_block.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "lookups/lookup_block.sql.h"
#include "lookups/lookup_writer.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

constexpr std::int64_t blocks_at_once = 128;
constexpr std::size_t lookups_at_once = 4096;

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

Result<std::vector<std::string>> oldest(sql::Session& session, std::int64_t blocks_max) {
    std::vector<std::string> blocks;
    TRY(session.read(statements::oldest_blocks, {blocks_max},
                     [&blocks](const sql::RowView& row) -> Result<void> {
                         blocks.emplace_back(row.text(0));
                         return {};
                     }));
    return blocks;
}

Result<void> insert_sorted(sql::Session& session, std::vector<Lookup>& lookups) {
    std::ranges::sort(lookups, {}, &Lookup::subject_key);
    std::vector<std::vector<sql::Value>> rows;
    rows.reserve(lookups.size());
    for (const Lookup& lookup : lookups) rows.push_back(row_of(lookup));
    return session.append_rows("lookup", columns, rows);
}

}  // namespace

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

Result<Settled> settle_some(sql::Session& session, std::size_t lookups_min) {
    if (TRY(oldest(session, 1)).empty()) return Settled{};
    auto transaction = TRY(sql::Transaction::begin(session));
    std::vector<Lookup> lookups;
    std::int64_t taken = 0;
    const auto blocks = TRY(oldest(session, blocks_at_once));
    for (const auto& block : blocks) {
        if (lookups.size() >= lookups_min) break;
        ++taken;
        TRY(session.read(statements::take_block, {block}, [&lookups](const sql::RowView& row) {
            return read_entries(row.bytes(0), lookups);
        }));
    }
    TRY(insert_sorted(session, lookups));
    TRY(transaction.commit());
    const bool all = taken == std::ssize(blocks) && taken < blocks_at_once;
    return Settled{.lookups = lookups.size(), .all = all};
}

Result<void> settle(sql::Session& session) {
    for (bool all = false; !all;) all = TRY(settle_some(session, lookups_at_once)).all;
    return {};
}

Result<sql::Lease> lease_settled(sql::Pool& pool) {
    auto lease = TRY(pool.lease(sql::Access::Read));
    if (TRY(oldest(*lease, 1)).empty()) return lease;
    {
        auto writing = TRY(pool.lease(sql::Access::Write));
        TRY(settle(*writing));
    }
    return lease;
}

Result<void> visit_unsettled(sql::Session& session,
                             const std::function<void(const Lookup&)>& visitor) {
    std::vector<Lookup> lookups;
    return session.scan(statements::all_blocks, {}, [&](const sql::RowView& row) -> Result<void> {
        lookups.clear();
        TRY(read_entries(row.bytes(0), lookups));
        std::ranges::for_each(lookups, visitor);
        return {};
    });
}

}  // namespace credit::lookups
