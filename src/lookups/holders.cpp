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
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

// Whether the id stands among ids that are parted by blanks.
bool names(std::string_view shown, std::string_view id) {
    const auto at = shown.find(id);
    if (at == std::string_view::npos) return false;
    const auto end = at + id.size();
    return (at == 0 || shown[at - 1] == ' ') && (end == shown.size() || shown[end] == ' ');
}

}  // namespace

Result<std::vector<std::string>> holders_of(sql::Session& session, const crypto::Key& key,
                                            const HeldItem& item) {
    std::vector<std::string> holders;
    const auto note = [&](const sql::Row& row) -> Result<void> {
        const auto shown = row.text(1);
        if (std::ranges::any_of(item.item_ids, [&](const auto& id) { return names(shown, id); })) {
            holders.push_back(row.text(0));
        }
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
