#include "tips/tip_register.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"
#include "tips/tip.h"
#include "tips/tip.sql.h"

namespace credit::tips {
namespace {

// The content is the whole of it, as acts hold it; the other columns are what is searched by.
Result<Tip> tip_of(const std::optional<sql::Row>& row) {
    if (!row) return fail(ErrorCode::NotFound, "tips.no_such_tip");
    const auto content = TRY(parse_object(row->text(0)));
    return read_tip(content);
}

}  // namespace

Result<std::string> TipRegister::home_of(std::string_view tip_id) {
    const auto row = TRY(session_.find(statements::find_home, {tip_id}));
    if (!row) return fail(ErrorCode::NotFound, "tips.no_such_tip");
    return row->text(0);
}

Result<Tip> TipRegister::find(std::string_view home_key, std::string_view tip_id) {
    return tip_of(TRY(session_.find(statements::find_tip, {home_key, tip_id})));
}

Result<Tip> TipRegister::find_by_receipt(std::string_view receipt) {
    return tip_of(TRY(session_.find(statements::find_by_receipt, {receipt})));
}

Result<std::vector<Tip>> TipRegister::at(std::string_view home_key, std::string_view after,
                                         std::int64_t limit) {
    std::vector<Tip> tips;
    for (const auto& row : TRY(session_.query(statements::tips_at, {home_key, after, limit}))) {
        const auto content = TRY(parse_object(row.text(0)));
        tips.push_back(TRY(read_tip(content)));
    }
    return tips;
}

Result<std::vector<Opening>> TipRegister::openings_of(const Tip& tip) {
    std::vector<Opening> openings;
    for (const auto& row :
         TRY(session_.query(statements::openings_of, {tip.home_key, tip.tip_id}))) {
        openings.push_back({.opening_id = row.text(0),
                            .account = row.text(1),
                            .reason = row.text(2),
                            .opened_at = Instant{row.integer(3)}});
    }
    return openings;
}

Result<std::vector<TipKey>> TipRegister::keys_of(std::string_view home_key) {
    const auto rows = TRY(session_.query(statements::keys_of, {home_key}));
    std::vector<TipKey> keys;
    keys.reserve(rows.size());
    for (const auto& row : rows) {
        const auto point = TRY(from_hex(row.text(2)));
        keys.push_back({.home_key = std::string(home_key),
                        .act_id = row.text(0),
                        .key_id = row.text(1),
                        .point = TRY(crypto::read_point(point)),
                        .from_on = row.date(3),
                        .through_on = row.date(4)});
    }
    return keys;
}

Result<std::optional<TipKey>> TipRegister::key_of(std::string_view home_key, Date day) {
    const auto keys = TRY(keys_of(home_key));
    const auto found =
        std::ranges::find_if(keys, [&](const TipKey& key) { return key.in_force(day); });
    if (found == keys.end()) return std::nullopt;
    return *found;
}

Result<std::vector<std::string>> TipRegister::handlers_of(std::string_view home_key) {
    std::vector<std::string> accounts;
    const auto row = TRY(session_.find(statements::handlers_of, {home_key}));
    if (!row) return accounts;
    const auto named = TRY(parse_json(row->text(0)));
    for (const auto& each : named.as_array()) accounts.emplace_back(each.as_string());
    return accounts;
}

Result<void> TipRegister::save(const Tip& tip) {
    const auto content = to_text(to_json(tip));
    TRY(session_.execute(statements::save_tip, {tip.home_key, tip.tip_id, tip.receipt,
                                                name_of(tip.state), tip.open() ? 1 : 0, content}));
    return {};
}

Result<void> TipRegister::save(const Tip& tip, const Opening& opening) {
    TRY(session_.execute(statements::save_opening,
                         {tip.home_key, tip.tip_id, opening.opening_id, opening.account,
                          opening.reason, opening.opened_at.milliseconds}));
    return {};
}

Result<void> TipRegister::save(const TipKey& key) {
    TRY(session_.execute(statements::save_key, {key.home_key, key.act_id, key.key_id,
                                                to_hex(key.point), key.from_on, key.through_on}));
    return {};
}

Result<void> TipRegister::save_handlers(std::string_view home_key, const std::string& accounts,
                                        std::string_view act_id) {
    TRY(session_.execute(statements::save_handlers, {home_key, accounts, act_id}));
    return {};
}

}  // namespace credit::tips
