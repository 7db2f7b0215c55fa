// Where a store keeps what does not stand in its database: keys, lock, socket, log, look-ups.
//
// An embedded store S has them beside it (S.keys, S.lock …), or in the home directory that is
// named; its lock lies beside the database itself, wherever that is. A store on PostgreSQL has them
// in a home directory, which is named or follows from the store's address.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "foundation/result.h"

namespace credit::ledger {

struct StorePlaces {
    std::string store;             // as given: a path or postgresql://…
    std::filesystem::path keys;    // S.keys, 0600
    std::filesystem::path lock;    // S.lock, held by the one server
    std::filesystem::path socket;  // S.socket, of the running server
    std::filesystem::path log;     // S.log/: tiles and checkpoint, may be published
    std::filesystem::path files;   // S.files/: evidence, encrypted
    std::filesystem::path erased;  // S.erased, 0600: what must not come back from a backup
    std::string lookups;           // S.lookups, or the same PostgreSQL store
    std::string blocks;            // S.blocks: look-ups not settled yet; or the same
    std::filesystem::path tokens;  // S.tokens, 0600: of a demonstration
    std::filesystem::path names;   // S.names: public names as they are searched, derived

    // InvalidInput "ledger.home_unknown" when a PostgreSQL store has no home directory.
    static Result<StorePlaces> of(const std::string& store,
                                  const std::optional<std::filesystem::path>& home);
};

bool is_postgres(const std::string& store);

// The home directory of a PostgreSQL store that names none: $XINHENG_HOME, else a directory of the
// user's state named after the store's address; none when neither is known.
std::optional<std::filesystem::path> default_home(const std::string& store);

}  // namespace credit::ledger
