// Verification (核验): whether the log, its files and the acts in the store still say the same.
//
// The tree is rebuilt from the files and compared with the signed checkpoint; every act is encoded
// and digested anew and compared with its entry. The first entry that is wrong is named, with what
// is wrong about it. Nothing is repaired. Memory does not grow with the log.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "foundation/result.h"
#include "log/checkpoint.h"
#include "log/merkle.h"
#include "sql/session.h"

namespace credit::log {

struct Verification {
    std::uint64_t entries = 0;  // of the published log
    Hash root{};                // rebuilt, or as published where rebuilding stopped
    std::string checkpoint;     // as published; empty when nothing is
    bool ok = false;
    std::optional<std::uint64_t> first_wrong = {};  // none: right, or no entry is to blame
    std::optional<Ground> finding = {};             // "log.found_…": what is wrong
};

struct VerificationInput {
    std::filesystem::path log;              // the directory of tiles and checkpoint
    Verifier verifier;                      // of the log's key
    std::optional<std::string> older = {};  // a checkpoint kept from before: a rollback shows
};

// From the files alone: what anyone can check. InvalidInput "log.not_a_note",
// "log.not_a_checkpoint", "log.wrong_signature" when the older checkpoint is not one of this log;
// Unavailable when a file cannot be read.
Result<Verification> verify_files(const VerificationInput& input);

// The files and the store. As above, and the errors of the session.
Result<Verification> verify(sql::Session& session, const VerificationInput& input);

}  // namespace credit::log
