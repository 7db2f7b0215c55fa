// Migrations: numbered texts that bring a store's tables to the shape this program knows.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::sql {

struct Migration {
    std::int64_t number;
    std::string name;
    std::string_view text;
};

// Those of src/sql/migrations that are for this engine, in the order of their numbers.
std::vector<Migration> migrations_for(Engine engine,
                                      std::span<const foundation::EmbeddedFile> files);

// Those that the store has not had, in their order; the errors of migrate().
Result<std::vector<Migration>> lacking_of(Session& session, std::span<const Migration> migrations);
Result<std::vector<Migration>> lacking_migrations(Session& session);

// Within the caller's transaction. Conflict "sql.taken" when another program was first.
Result<void> carry_out(Session& session, const Migration& migration);

// As migrate(session), with these migrations.
Result<void> migrate_with(Session& session, std::span<const Migration> migrations);

}  // namespace credit::sql
