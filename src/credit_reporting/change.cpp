#include "credit_reporting/change.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "credit_reporting/feed.sql.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::credit_reporting {
namespace {

using enum Turn;
using OfKind = std::pair<std::string_view, Turn>;

// Those that are homed at a subject; what a submission brings is read row by row.
constexpr std::array<OfKind, 22> kinds{
    {{"amendments.end_listing", Ends},      {"amendments.touch_listing", Opens},
     {"erasure.erase_expired", Ends},       {"erasure.erase_item", Ends},
     {"lists.adopt_listing", Opens},        {"lists.annul_listing", Ends},
     {"lists.recount_term", Opens},         {"lists.remove_listing", Ends},
     {"lists.resume_listing", Opens},       {"lists.serve_decision", Opens},
     {"lists.suspend_listing", Ends},       {"objections.conclude_objection", Opens},
     {"objections.file_objection", Opens},  {"objections.refuse_objection", Opens},
     {"objections.resolve_silence", Opens}, {"objections.withdraw_objection", Opens},
     {"publicity.review_text", Opens},      {"records.review_quarantined", Opens},
     {"records.withdraw_record", Ends},     {"repair.decide_repair", Ends},
     {"repair.reevaluate", Opens},          {"repair.revoke_repair", Opens}}};

}  // namespace

std::optional<Turn> turn_of(std::string_view act_kind) {
    const auto* const found = std::ranges::find(kinds, act_kind, &OfKind::first);
    if (found == kinds.end()) return std::nullopt;
    return found->second;
}

// Ids stand in a body as whole texts.
bool Change::names(std::span<const std::string> ids) const {
    return std::ranges::any_of(
        ids, [this](const std::string& id) { return body.contains("\"" + id + "\""); });
}

Result<std::vector<Change>> changes_of(sql::Session& session, const ledger::Keys& keys,
                                       std::string_view home_key) {
    std::vector<Change> changes;
    for (const auto& row : TRY(session.query(statements::acts_of, {home_key}))) {
        const auto turn = turn_of(row.text(1));
        if (!turn) continue;
        auto act = TRY(ledger::read_act(session, keys, home_key, row.text(0)));
        changes.push_back({.act_id = row.text(0),
                           .turn = *turn,
                           .place = row.optional_integer(2),
                           .body = std::move(act.body)});
    }
    return changes;
}

}  // namespace credit::credit_reporting
