// What is kept of commitments (承诺台账). Its statements are in commitment.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "commitments/commitment.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::commitments {

class CommitmentRegister {
public:
    explicit CommitmentRegister(sql::Session& session) : session_(session) {}

    // The subject of a commitment. NotFound "commitments.no_such_commitment".
    Result<std::string> home_of(std::string_view commitment_id);
    // NotFound "commitments.no_such_commitment".
    Result<Commitment> find(std::string_view subject_key, std::string_view commitment_id);
    // All of a subject, concluded ones included, the oldest first.
    Result<std::vector<Commitment>> of_subject(std::string_view subject_key);
    // Open ones that one authority has to check, after that id, at most `limit`.
    Result<std::vector<Commitment>> open_at(std::string_view authority, std::string_view after,
                                            std::int64_t limit);

    // For apply alone.
    Result<void> save(const Commitment& commitment);

private:
    sql::Session& session_;
};

}  // namespace credit::commitments
