// Where look-ups lie: their table, and the blocks that are not settled into it yet.
//
// On SQLite each is a file of its own, on PostgreSQL both are the store.

#pragma once

namespace credit::sql {
class Pool;
class Session;
}  // namespace credit::sql

namespace credit::lookups {

struct Sessions {
    sql::Session& table;
    sql::Session& blocks;

    static Sessions together(sql::Session& session) {
        return {.table = session, .blocks = session};
    }
    bool apart() const { return &table != &blocks; }
};

struct Pools {
    sql::Pool& table;
    sql::Pool& blocks;

    bool apart() const { return &table != &blocks; }
};

}  // namespace credit::lookups
