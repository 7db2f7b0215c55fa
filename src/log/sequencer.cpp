#include "log/sequencer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/moves/store_move.h"
#include "log/checkpoint.h"
#include "log/log_head.h"
#include "log/merkle.h"
#include "log/sequencer.sql.h"
#include "log/tiles.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::log {
namespace {

constexpr std::int64_t batch = 4096;
constexpr std::int64_t lease_milliseconds = 10'000;

TreeHead empty_head() {
    return {.size = 0, .root = empty_root()};
}

// What the checkpoint file says; none when there is none.
Result<std::optional<TreeHead>> find_published(const std::filesystem::path& log,
                                               const Verifier& verifier) {
    const auto text = TileReader(log).checkpoint();
    if (!text && text.error().code == ErrorCode::NotFound) return std::optional<TreeHead>();
    if (!text) return std::unexpected(text.error());
    const auto checkpoint = TRY(open_checkpoint(*text, verifier));
    return std::optional(checkpoint.head);
}

// Tiles that are gone are written again from the store; tiles that were changed are not touched.
Result<TileWriter> open_writer(const std::filesystem::path& log, const TreeHead& published) {
    auto writer = TileWriter::open(log, published);
    if (!writer && writer.error().code == ErrorCode::NotFound)
        return TileWriter::open(log, empty_head());
    return writer;
}

Hash hash_of(const Bytes& bytes) {
    Hash hash{};
    // Another length cannot be a commitment: its zero hash will not give the signed root.
    if (bytes.size() == hash.size()) std::ranges::copy(bytes, hash.begin());
    return hash;
}

// Their rows in the log, and no longer among those that wait.
Result<void> enter(sql::Session& session, const sql::Rows& waiting, std::uint64_t first) {
    static constexpr std::array<std::string_view, 4> columns{"log_index", "act_id", "home_key",
                                                             "commitment"};
    std::vector<std::vector<sql::Value>> entries;
    auto index = static_cast<std::int64_t>(first);
    for (const auto& row : waiting)
        entries.push_back({index++, row.text(1), row.text(0), BytesView(row.bytes(2))});
    TRY(session.append_rows("log_entry", columns, entries));
    for (const auto& row : waiting)
        TRY(session.execute(statements::delete_waiting, {row.text(0), row.text(1)}));
    return {};
}

}  // namespace

Result<Sequencer> Sequencer::open(sql::Session& session, const ledger::Keys& keys, Place place) {
    TRY(begin_log(session, keys));
    const auto verifier = verifier_of(keys);
    const auto published = TRY(find_published(place.log, verifier));
    const auto at = published.value_or(empty_head());
    auto writer = TRY(open_writer(place.log, at));
    Sequencer sequencer(keys, std::move(place), std::move(writer));
    sequencer.published_ = at;
    sequencer.has_file_ = published.has_value();

    const auto current = TRY(sequencer.current_head(session));
    const auto signed_head = TRY(open_checkpoint(current.checkpoint, verifier));
    if (signed_head.head != current.head()) return fail(ErrorCode::Conflict, "log.log_forked");
    TRY(sequencer.publish(session));
    return sequencer;
}

Result<LogHead> Sequencer::current_head(sql::Session& session) {
    auto found = TRY(find_head(session));
    if (!found) return fail(ErrorCode::Conflict, "log.head_moved");
    const auto head = found->head();
    if (head.size < published_.size) return fail(ErrorCode::Conflict, "log.log_ahead");
    if (head.size == published_.size && head != published_)
        return fail(ErrorCode::Conflict, "log.log_forked");
    if (seen_ && (head.size < seen_->size || (head.size == seen_->size && head != *seen_)))
        return fail(ErrorCode::Conflict, "log.head_moved");
    seen_ = head;
    return *std::move(found);
}

Result<std::int64_t> Sequencer::number(sql::Session& session, Instant now) {
    if (!TRY(has_waiting(session))) return 0;
    auto transaction = TRY(sql::Transaction::begin(session));
    const auto until = now.milliseconds + lease_milliseconds;
    const auto leased =
        TRY(session.execute(statements::take_lease, {place_.holder, until, now.milliseconds}));
    if (leased == 0) return fail(ErrorCode::Unavailable, "log.lease_elsewhere");

    // Numbered in two stores, the log would have two continuations under one key.
    TRY(ledger::expect_not_moved(session));
    auto tree = TRY(current_head(session)).tree;
    const auto first = tree.size();
    const auto waiting = TRY(session.query(statements::find_waiting, {batch}));
    TRY(enter(session, waiting, first));
    for (const auto& row : waiting) tree.add(row.bytes(2));

    const Checkpoint checkpoint{.origin = keys_->origin,
                                .head = {.size = tree.size(), .root = tree.root()}};
    const auto moved = TRY(session.execute(
        statements::move_head,
        {checkpoint.head.size, BytesView(checkpoint.head.root), BytesView(encode_frontier(tree)),
         sign_checkpoint(checkpoint, keys_->log_seed), first}));
    if (moved != 1) return fail(ErrorCode::Conflict, "log.head_moved");
    TRY(transaction.commit());
    return static_cast<std::int64_t>(waiting.size());
}

Result<void> Sequencer::add_entries(sql::Session& session, std::uint64_t size) {
    while (writer_.size() < size) {
        const auto first = writer_.size();
        const auto last = std::min(first + batch, size);
        const auto rows = TRY(session.query(statements::find_commitments, {first, last}));
        if (rows.size() != last - first) return fail(ErrorCode::Conflict, "log.log_forked");
        for (const auto& row : rows) {
            TRY(writer_.add(hash_of(row.bytes(0))));
            // Where the files were lost, what is written again must be what was published.
            if (writer_.size() == published_.size && writer_.head() != published_)
                return fail(ErrorCode::Conflict, "log.log_forked");
        }
    }
    return {};
}

Result<void> Sequencer::publish(sql::Session& session) {
    const auto current = TRY(current_head(session));
    const auto head = current.head();
    if (has_file_ && head == published_ && writer_.size() == head.size) return {};
    TRY(add_entries(session, head.size));
    if (writer_.head() != head) return fail(ErrorCode::Conflict, "log.log_forked");
    TRY(writer_.flush());
    TRY(writer_.publish(current.checkpoint));
    published_ = head;
    has_file_ = true;
    return {};
}

Result<std::int64_t> Sequencer::number_if_leased(sql::Session& session, Instant now) {
    auto numbered = number(session, now);
    if (!numbered && numbered.error().grounds.front().word == "log.lease_elsewhere") return 0;
    return numbered;
}

Result<void> Sequencer::run(sql::Session& session, Instant now) {
    for (;;) {
        const auto numbered = TRY(number_if_leased(session, now));
        TRY(publish(session));
        if (numbered == 0) return {};
    }
}

Result<bool> has_waiting(sql::Session& session) {
    const auto first = TRY(session.find(statements::find_first_waiting));
    return first.has_value();
}

}  // namespace credit::log
