#include "log/log_head.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"
#include "log/merkle.h"
#include "log/sequencer.sql.h"
#include "sql/session.h"

namespace credit::log {

Verifier verifier_of(const ledger::Keys& keys) {
    return {.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)};
}

Bytes encode_frontier(const MerkleRoot& tree) {
    Bytes out;
    for (const auto& hash : tree.frontier()) out.insert(out.end(), hash.begin(), hash.end());
    return out;
}

Result<std::optional<LogHead>> find_head(sql::Session& session) {
    const auto row = TRY(session.find(statements::find_head));
    if (!row) return std::optional<LogHead>();
    BytesView rest(row->bytes(2));
    if (rest.size() % sizeof(Hash) != 0)
        return fail(ErrorCode::InvalidInput, "log.frontier_broken");
    std::vector<Hash> frontier;
    for (; !rest.empty(); rest = rest.subspan(sizeof(Hash)))
        std::ranges::copy(rest.first(sizeof(Hash)), frontier.emplace_back().begin());
    const auto size = static_cast<std::uint64_t>(row->integer(0));
    LogHead head{.tree = TRY(MerkleRoot::resume(size, std::move(frontier))),
                 .checkpoint = row->text(3)};
    if (!std::ranges::equal(head.tree.root(), row->bytes(1)))
        return fail(ErrorCode::InvalidInput, "log.frontier_broken");
    return std::optional(std::move(head));
}

Result<void> begin_log(sql::Session& session, const ledger::Keys& keys) {
    const Checkpoint empty{.origin = keys.origin, .head = {.size = 0, .root = empty_root()}};
    TRY(session.execute(statements::insert_head, {BytesView(empty.head.root), BytesView(),
                                                  sign_checkpoint(empty, keys.log_seed)}));
    return {};
}

}  // namespace credit::log
