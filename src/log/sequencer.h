// Sequencer (编号): gives committed acts their place in the log, signs its head, publishes it.
//
// Acts commit without a number. One sequencer, the holder of the lease, numbers them in batches and
// signs the new head in one transaction; then anyone with the store writes tiles and checkpoint
// from it. A process that ends between any two steps leaves nothing that the next start does not
// finish. It never signs or publishes a log that contradicts what is published already.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/log_head.h"
#include "log/merkle.h"
#include "log/tiles.h"
#include "sql/session.h"

namespace credit::log {

// After a failure it is opened anew.
class Sequencer {
public:
    struct Place {
        std::filesystem::path log;  // the directory of tiles and checkpoint
        std::string holder;         // who holds the lease: one name a process
    };

    // Begins the log where there is none, and catches the files up with the store. Conflict
    // "log.log_ahead" when the files know more than the store, "log.log_forked" when they differ;
    // InvalidInput "log.tile_broken", "log.wrong_signature", "log.frontier_broken".
    static Result<Sequencer> open(sql::Session& session, const ledger::Keys& keys, Place place);

    // Numbers one batch of what is committed and signs the new head; returns how many. Unavailable
    // "log.lease_elsewhere" while another holds the lease, Conflict "log.head_moved".
    Result<std::int64_t> number(sql::Session& session, Instant now);
    // The same, but nothing is numbered while another holds the lease.
    Result<std::int64_t> number_if_leased(sql::Session& session, Instant now);
    // Brings the files up to the head in the store; only reads the store.
    Result<void> publish(sql::Session& session);
    // Numbers what it may and publishes, until nothing waits.
    Result<void> run(sql::Session& session, Instant now);

    const TreeHead& published() const { return published_; }

private:
    Sequencer(const ledger::Keys& keys, Place place, TileWriter writer)
        : keys_(&keys), place_(std::move(place)), writer_(std::move(writer)) {}

    Result<LogHead> current_head(sql::Session& session);
    Result<void> add_entries(sql::Session& session, std::uint64_t size);

    const ledger::Keys* keys_;
    Place place_;
    TileWriter writer_;
    std::optional<TreeHead> seen_;  // the largest head this process saw in the store
    TreeHead published_;            // by the checkpoint file
    bool has_file_ = false;
};

// Whether any committed act waits for its number.
Result<bool> has_waiting(sql::Session& session);

}  // namespace credit::log
