// Keys of a store (密钥文件): what seals bodies, names persons and signs the log.
//
// They lie in one file of mode 0600 beside the store, never in it. The store holds check values, by
// which a key file of another store is refused. The HMAC key never changes, or every person would
// get another key.

#pragma once

#include <filesystem>
#include <string>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::ledger {

struct Keys {
    crypto::Key hmac{};      // keyed hash of identifiers of persons
    crypto::Key wrapping{};  // wraps the keys of bodies, seals answers and the vault
    crypto::Key log_seed{};  // signs checkpoints (Ed25519)
    std::string origin;      // name of the log, unique among all logs

    static Keys generate();
};

// Writes a new file of mode 0600 and makes it durable. Conflict "ledger.keys_exist"; Unavailable
// "foundation.file_not_written".
Result<void> write_keys(const std::filesystem::path& file, const Keys& keys);
// NotPermitted "ledger.keys_open_to_others" when group or world may read it; Unavailable
// "foundation.file_not_read"; InvalidInput "ledger.keys_broken".
Result<Keys> read_keys(const std::filesystem::path& file);

// At init: stores the check values. Conflict "ledger.already_enrolled".
Result<void> enroll_keys(sql::Session& session, const Keys& keys);
// NotFound "ledger.no_keys_enrolled"; NotPermitted "ledger.wrong_keys".
Result<void> check_keys(sql::Session& session, const Keys& keys);

}  // namespace credit::ledger
