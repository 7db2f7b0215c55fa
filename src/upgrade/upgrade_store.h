// Upgrade (升级) of a store that an older release made: its migrations and a rebuilding that shows
// that every table still comes out of the acts, in one transaction.
//
// The rehearsal (演练) is the same work on the same store, undone at the end: it takes as long and
// finds what the upgrade would find. Nobody writes meanwhile, in either: an embedded store must not
// be served, and on PostgreSQL acts and look-ups wait, and are refused after ten seconds.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/rebuild.h"
#include "foundation/result.h"
#include "ledger/store_places.h"

namespace credit::upgrade {

enum class Mode : std::uint8_t { Rehearse, Upgrade };

struct Carried {
    std::string migration;
    std::chrono::milliseconds took{};
};

struct Report {
    std::vector<Carried> migrations;  // none: the store has all that this release knows
    desk::RebuildReport rebuilt;
    bool kept = false;  // committed: an upgrade whose tables came out equal
};

// What is being done, and how far: a migration's name, or "" and the acts that were applied again.
using Progress = std::function<void(std::string_view migration, std::int64_t acts)>;

// NotFound "desk.not_opened"; Unavailable "sql.try_again" when a writer at work takes too long;
// Conflict "sql.locked", "sql.newer_store", "sql.changed_migration";
// the errors of the store and of rebuild_check. Where the tables differ nothing is kept.
Result<Report> upgrade_store(const ledger::StorePlaces& places, Mode mode,
                             const Progress& progress);

}  // namespace credit::upgrade
