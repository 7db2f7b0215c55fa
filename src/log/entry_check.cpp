#include "log/entry_check.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/act_row.h"
#include "ledger/act_store.h"
#include "log/merkle.h"
#include "log/verify.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::log {
namespace {

constexpr std::int64_t chunk = 500;

enum Column : std::size_t {
    ActId = 1,
    OccurredOn = 7,
    SealedKey = 12,
    ErasedBy = 13,
    LogIndex = 14,
    Commitment = 15,
    ErasingAct = 16,
    WaitingAct = 17
};

// A changed row may hold any text.
bool is_date(const std::string& text) {
    const auto day = calendar::parse_date(text);
    return day && calendar::to_text(*day) == text;
}

bool has_its_commitment(const sql::Row& row) {
    if (!is_date(row.text(OccurredOn))) return false;
    const ledger::ActRow act(row);
    const auto commitment = ledger::commitment_of(act.act, act.home_version, act.sealed_body);
    return std::ranges::equal(commitment, row.bytes(Commitment));
}

Fault fault_of(const sql::Row& row) {
    if (row.is_null(ActId)) return "log.found_act_missing";
    if (!has_its_commitment(row)) return "log.found_act_changed";
    const bool has_key = !row.is_null(SealedKey);
    if (row.is_null(ErasedBy)) return has_key ? Fault() : "log.found_key_missing";
    if (row.is_null(ErasingAct)) return "log.found_erasure_without_act";
    return has_key ? "log.found_erased_key" : Fault();
}

}  // namespace

Result<void> visit_entries(sql::Session& session, std::uint64_t first, std::uint64_t last,
                           const std::function<Result<void>(const StoredEntry&)>& visitor) {
    for (const auto& row : TRY(session.query(statements::find_entries, {first, last}))) {
        StoredEntry entry{.index = static_cast<std::uint64_t>(row.integer(LogIndex)),
                          .commitment = {},
                          .fault = fault_of(row)};
        const auto& commitment = row.bytes(Commitment);
        if (commitment.size() == entry.commitment.size())
            std::ranges::copy(commitment, entry.commitment.begin());
        TRY(visitor(entry));
    }
    return {};
}

Result<std::optional<Ground>> find_fault_outside_log(sql::Session& session) {
    std::string after;
    for (bool more = true; more;) {
        const auto rows = TRY(session.query(statements::find_waiting_entries, {after, chunk}));
        for (const auto& row : rows) {
            after = row.text(WaitingAct);
            if (!fault_of(row).empty())
                return Ground{.word = "log.found_waiting_changed", .arguments = {after}};
        }
        more = !rows.empty();
    }
    // Every entry has its own act, and every waiting row too: what is left over is neither.
    const auto counts = TRY(session.find(statements::find_counts));
    if (!counts || counts->integer(0) == counts->integer(1) + counts->integer(2))
        return std::optional<Ground>();
    const auto unlogged = TRY(session.find(statements::find_unlogged));
    if (!unlogged) return std::optional<Ground>();
    return Ground{.word = "log.found_act_unlogged", .arguments = {unlogged->text(0)}};
}

}  // namespace credit::log
