#include "upgrade/upgrade_store.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "desk/rebuild.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "sql/citus/whole_view.h"
#include "sql/migrate.h"
#include "sql/session.h"
#include "sql/store_lock.h"

namespace credit::upgrade {
namespace {

Result<std::vector<Carried>> carry_out(sql::Session& session, const Progress& progress) {
    std::vector<Carried> carried;
    for (const auto& migration : TRY(sql::lacking_migrations(session))) {
        progress(migration.name, 0);
        const auto begun = std::chrono::steady_clock::now();
        TRY(sql::carry_out(session, migration));
        carried.push_back({.migration = migration.name,
                           .took = std::chrono::duration_cast<std::chrono::milliseconds>(
                               std::chrono::steady_clock::now() - begun)});
    }
    return carried;
}

// The files of look-ups are derived by nobody: their migrations are carried out, and kept or
// undone.
Result<void> upgrade_lookups(const std::string& file, Mode mode, const Progress& progress) {
    const auto session = TRY(sql::open_session(file));
    auto transaction = TRY(sql::Transaction::begin(*session));
    TRY(carry_out(*session, progress));
    return mode == Mode::Upgrade ? transaction.commit() : Result<void>{};
}

}  // namespace

Result<Report> upgrade_store(const ledger::StorePlaces& places, Mode mode,
                             const Progress& progress) {
    const bool embedded = !ledger::is_postgres(places.store);
    if (embedded && !std::filesystem::exists(places.store)) {
        return fail(ErrorCode::NotFound, "desk.not_opened");
    }
    std::optional<sql::StoreLock> lock;
    if (embedded) lock.emplace(TRY(sql::StoreLock::take(places.lock.string())));
    const auto keys = TRY(ledger::read_keys(places.keys));
    const auto session = TRY(sql::open_session(places.store));
    Report report;
    auto transaction = TRY(sql::Transaction::begin(*session));
    // What is derived again is compared with what stands at one moment.
    TRY(sql::hold_writers(*session));
    report.migrations = TRY(carry_out(*session, progress));
    report.rebuilt = TRY(desk::rebuild_check_within(
        *session, keys, [&progress](std::int64_t acts) { progress("", acts); }));
    report.kept = mode == Mode::Upgrade && report.rebuilt.equal();
    if (embedded) {
        const auto how = report.kept ? Mode::Upgrade : Mode::Rehearse;
        TRY(upgrade_lookups(places.lookups, how, progress));
        if (std::filesystem::exists(places.blocks)) {
            TRY(upgrade_lookups(places.blocks, how, progress));
        }
    }
    if (report.kept) TRY(transaction.commit());
    return report;
}

}  // namespace credit::upgrade
