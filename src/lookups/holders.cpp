#include "lookups/holders.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "lookups/holders.sql.h"
#include "lookups/lookup_batch.h"
#include "lookups/shown.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

bool names_any(std::string_view shown, const std::vector<std::string>& ids) {
    return std::ranges::any_of(shown_in(shown), [&](const ShownId& each) {
        return std::ranges::find(ids, each.id) != ids.end();
    });
}

}  // namespace

Result<std::vector<std::string>> holders_of(sql::Session& session, const crypto::Key& key,
                                            const HeldItem& item) {
    std::vector<std::string> holders;
    const auto note = [&](const sql::Row& row) -> Result<void> {
        if (names_any(row.text(1), item.item_ids)) holders.push_back(row.text(0));
        return {};
    };
    const sql::Value subject(item.subject_key);
    TRY(session.visit(statements::shown_of, {&subject, 1}, note));
    const auto digest = digest_in_block(key, item.subject_key);
    const auto take = [&](const sql::Row& row) -> Result<void> {
        if (!row.is_null(1) && block_contains(row.bytes(1), digest)) holders.push_back(row.text(0));
        return {};
    };
    const std::array<sql::Value, 2> since{item.since.milliseconds, sortable(digest)};
    TRY(session.visit(statements::batches_since, since, take));
    std::ranges::sort(holders);
    const auto [first, last] = std::ranges::unique(holders);
    holders.erase(first, last);
    return holders;
}

}  // namespace credit::lookups
