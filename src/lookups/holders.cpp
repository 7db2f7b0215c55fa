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

void keep_each_once(std::vector<std::string>& texts) {
    std::ranges::sort(texts);
    const auto [first, last] = std::ranges::unique(texts);
    texts.erase(first, last);
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
    keep_each_once(holders);
    return holders;
}

Result<std::vector<std::string>> shown_to(sql::Session& session, std::string_view subject_key,
                                          std::string_view authority) {
    std::vector<std::string> ids;
    const std::array<sql::Value, 2> values{subject_key, authority};
    TRY(session.visit(statements::shown_to, values, [&](const sql::Row& row) -> Result<void> {
        const auto& shown = row.text(0);
        for (const auto& each : shown_in(shown)) ids.emplace_back(each.id);
        return {};
    }));
    keep_each_once(ids);
    return ids;
}

}  // namespace credit::lookups
