// Acceptance of a submission (报送入库): one short act over rows that were staged unseen.
//
// The act holds the counts and the Merkle roots over the rows (leaf_of); the rows themselves are
// source data beside it. After the act they become visible in chunks, which a crash only
// delays: whoever takes the next turn goes on.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::records {

struct Counts {
    std::int64_t accepted = 0;  // rows recorded, superseding ones included
    std::int64_t rejected = 0;
    std::int64_t unchanged = 0;
    std::int64_t superseded = 0;
    std::int64_t quarantined = 0;
};

struct StagedSubmission {
    std::string submission_id;
    std::string authority;
    std::string kind;
    std::string version;
    crypto::Digest file_digest{};
    Counts counts;
    std::int64_t last_row = 0;  // highest row number staged
    crypto::Digest root{};
    crypto::Digest quarantine_root{};  // of the rows that wait for an officer
};

inline constexpr std::string_view accept_submission_kind = "records.accept_submission";

// The draft of the act; its home key is that of the authority. Unavailable "sql.try_again" when
// what was staged is gone: the turn was lost meanwhile, and somebody else had it.
Result<ledger::Draft> accept_submission(const access::Occasion& occasion,
                                        const StagedSubmission& staged);
Result<void> apply_accept_submission(sql::Session& session, const ledger::Act& act);

// Home key of what an authority does by itself.
std::string home_key_of(std::string_view authority);

// Rows staged for a submission that is not accepted; one that is stays as it is.
Result<void> drop_staged(sql::Session& session, std::string_view submission_id);

// Submissions that are under way, or were left by whoever is gone, in their order.
struct Left {
    std::vector<std::string> staged;    // and not accepted
    std::vector<std::string> accepted;  // of which not all rows are visible

    bool empty() const { return staged.empty() && accepted.empty(); }
    bool operator==(const Left&) const = default;
};
Result<Left> find_left(sql::Session& session);
// For whoever has the turn, and so knows that nobody is at work on them: what was not accepted is
// dropped, what was is made visible to the last row.
Result<void> finish(sql::Session& session, const Left& left);

}  // namespace credit::records
