// Evidence (证据材料): a file that a subject gives with an objection or an application, or that an
// authority gives for the matter it handles.
//
// Its kind is read from its content, its size is bounded, and it lies sealed under a key of its
// own, named by the digest of what lies on the disk; no name that anybody gave it is kept. The act
// that keeps it holds the sealed key: erasing the act erases the content.
//
// Law: sd-social-credit-regulation-2020 art. 39 — an objection is made with its proofs
//      personal-information-protection-law-2021 art. 44 — the subject knows of what is kept on it

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::files {

inline constexpr std::uint64_t size_max = 20ULL << 20U;  // of one file; stated in the contract

struct Evidence {
    std::string subject_key;
    std::string file_id;
    std::string digest;  // of the sealed content, in hexadecimal: its name on the disk
    std::string type;    // "application/pdf", "image/png", "image/jpeg", "text/plain"
    std::int64_t size = 0;
    Bytes sealed_key;
    std::string about_kind = {};  // "objection", "repair", "listing"; empty: of no matter yet
    std::string about_id = {};
    std::string given_by = {};  // code of the authority; empty where the subject gave it
};

// By its first bytes. Refused "files.type_not_taken", "files.empty", "files.too_large".
Result<std::string_view> judge_content(std::string_view content);

// Seals the content below the folder and makes it durable; before the act that names it. The errors
// of judge_content; Unavailable "foundation.file_not_written".
Result<Evidence> seal_content(const std::filesystem::path& folder, const ledger::Keys& keys,
                              std::string_view subject_key, std::string_view content);

// The same for what is closed to the register and cannot be judged here; its type is
// "application/octet-stream". Its reader judges it.
Result<Evidence> seal_closed(const std::filesystem::path& folder, const ledger::Keys& keys,
                             std::string_view home_key, std::string_view content);

// Of what was sealed and is named by no act: takes it from the disk.
void remove_content(const std::filesystem::path& folder, const Evidence& sealed);

// "files.keep_evidence" of a subject, "files.add_evidence" of an authority, homed at the subject;
// its file is the act's id with "-1". Whether the caller handles the matter is for who knows
// matters.
Result<ledger::Draft> keep_evidence(const access::Occasion& occasion, const Evidence& sealed);
Result<void> apply_keep_evidence(sql::Session& session, const ledger::Act& act);

// NotFound "files.no_such_file".
Result<Evidence> find_evidence(sql::Session& session, std::string_view subject_key,
                               std::string_view file_id);
// What was given for a matter, in the order in which it came.
Result<std::vector<Evidence>> evidence_about(sql::Session& session, std::string_view subject_key,
                                             std::string_view about_kind,
                                             std::string_view about_id);
// NotFound "foundation.file_not_read"; InvalidInput "foundation.seal_broken" when it was changed.
Result<std::string> open_content(const std::filesystem::path& folder, const ledger::Keys& keys,
                                 const Evidence& evidence);

}  // namespace credit::files
