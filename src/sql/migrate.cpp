#include "sql/migrate.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <expected>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "sql/migration.sql.h"
#include "sql/migration_text.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/statement.h"

namespace credit::sql {
namespace {

constexpr std::string_view folder = "src/sql/migrations/";

std::string digest_of(const Migration& migration) {
    return to_hex(crypto::sha256(bytes_of(migration.text)));
}

// Streaming: making an index on a large table may be silent for long.
Result<void> run(Session& session, std::string_view name, std::string_view text) {
    const std::string spelled = spell(text, session.engine());
    const Statement statement{.name = name, .text = spelled};
    return session.scan(statement, {}, [](const RowView&) -> Result<void> { return {}; });
}

// Two programs that start at once wait for each other: SQLite by BEGIN IMMEDIATE, PostgreSQL by the
// key of the migration's row. The second finds it taken, and has nothing to do.
Result<void> apply(Session& session, const Migration& migration) {
    auto transaction = TRY(Transaction::begin(session));
    const auto carried = carry_out(session, migration);
    if (!carried && carried.error().code == ErrorCode::Conflict) return {};
    if (!carried) return carried;
    return transaction.commit();
}

// Digests of what the store has had, by number.
using Applied = std::unordered_map<std::int64_t, std::string>;

Result<Applied> find_applied(Session& session) {
    Applied applied;
    for (const auto& row : TRY(session.query(statements::find_all))) {
        applied.emplace(row.integer(0), row.text(2));
    }
    return applied;
}

Result<void> refuse_another_history(const Applied& applied, std::span<const Migration> migrations) {
    for (const auto& [number, digest] : applied) {
        const auto known = std::ranges::find(migrations, number, &Migration::number);
        if (known == migrations.end()) {
            return fail(ErrorCode::Conflict, "sql.newer_store", {std::to_string(number)});
        }
        if (digest_of(*known) != digest) {
            return fail(ErrorCode::Conflict, "sql.changed_migration", {known->name});
        }
    }
    return {};
}

}  // namespace

std::vector<Migration> migrations_for(Engine engine,
                                      std::span<const foundation::EmbeddedFile> files) {
    const std::string_view other = engine == Engine::Sqlite ? ".postgres" : ".sqlite";
    std::vector<Migration> migrations;
    for (const auto& file : files) {
        if (!file.path.starts_with(folder) || !file.path.ends_with(".sql")) continue;
        auto name = file.path.substr(folder.size());
        name.remove_suffix(std::string_view(".sql").size());
        if (name.ends_with(other)) continue;

        std::int64_t number = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
        CHECK(read.ec == std::errc() && *read.ptr == '_');
        migrations.push_back({.number = number, .name = std::string(name), .text = file.content});
    }
    std::ranges::sort(migrations, {}, &Migration::number);
    CHECK(std::ranges::adjacent_find(migrations, {}, &Migration::number) == migrations.end());
    return migrations;
}

Result<std::vector<Migration>> lacking_of(Session& session, std::span<const Migration> migrations) {
    TRY(run(session, statements::create_table.name, statements::create_table.text));
    const auto applied = TRY(find_applied(session));
    TRY(refuse_another_history(applied, migrations));
    std::vector<Migration> lacking;
    std::ranges::copy_if(migrations, std::back_inserter(lacking),
                         [&](const Migration& each) { return !applied.contains(each.number); });
    return lacking;
}

Result<void> carry_out(Session& session, const Migration& migration) {
    const std::int64_t now = SystemClock().now().milliseconds;
    TRY(session.execute(statements::insert,
                        {migration.number, migration.name, digest_of(migration), now}));
    for (const auto& statement : split_statements(migration.text)) {
        TRY(run(session, migration.name, statement));
    }
    return {};
}

Result<void> migrate_with(Session& session, std::span<const Migration> migrations) {
    for (const auto& migration : TRY(lacking_of(session, migrations))) {
        TRY(apply(session, migration));
    }
    return {};
}

Result<std::vector<Migration>> lacking_migrations(Session& session) {
    return lacking_of(session, migrations_for(session.engine(), foundation::embedded_files()));
}

Result<void> migrate(Session& session) {
    return migrate_with(session, migrations_for(session.engine(), foundation::embedded_files()));
}

Result<std::unique_ptr<Session>> open_migrated(const std::string& store) {
    auto session = TRY(open_session(store));
    TRY(migrate(*session));
    return session;
}

}  // namespace credit::sql
