#include "commitments/commitment_register.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "commitments/commitment.h"
#include "commitments/commitment.sql.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::commitments {
namespace {

// The content is the whole of it, as acts hold it; the other columns are what is searched by.
Result<Commitment> commitment_of(const sql::Row& row) {
    const auto content = TRY(parse_object(row.text(0)));
    return read_commitment(content);
}

Result<std::vector<Commitment>> commitments_in(const sql::Rows& rows) {
    std::vector<Commitment> commitments;
    commitments.reserve(rows.size());
    for (const auto& row : rows) commitments.push_back(TRY(commitment_of(row)));
    return commitments;
}

}  // namespace

Result<std::string> CommitmentRegister::home_of(std::string_view commitment_id) {
    const auto row = TRY(session_.find(statements::find_home, {commitment_id}));
    if (!row) return fail(ErrorCode::NotFound, "commitments.no_such_commitment");
    return row->text(0);
}

Result<Commitment> CommitmentRegister::find(std::string_view subject_key,
                                            std::string_view commitment_id) {
    const auto row = TRY(session_.find(statements::find_commitment, {subject_key, commitment_id}));
    if (!row) return fail(ErrorCode::NotFound, "commitments.no_such_commitment");
    return commitment_of(*row);
}

Result<std::vector<Commitment>> CommitmentRegister::of_subject(std::string_view subject_key) {
    return commitments_in(TRY(session_.query(statements::commitments_of, {subject_key})));
}

Result<std::vector<Commitment>> CommitmentRegister::open_at(std::string_view authority,
                                                            std::string_view after,
                                                            std::int64_t limit) {
    return commitments_in(TRY(session_.query(statements::open_at, {authority, after, limit})));
}

Result<void> CommitmentRegister::save(const Commitment& commitment) {
    const auto content = to_text(to_json(commitment));
    const std::array<sql::Value, 10> values{commitment.subject_key,    commitment.commitment_id,
                                            name_of(commitment.kind),  commitment.authority,
                                            name_of(commitment.state), commitment.open() ? 1 : 0,
                                            commitment.made_on,        commitment.check_on,
                                            commitment.concluded_on,   content};
    TRY(session_.execute(statements::save_commitment, values));
    TRY(session_.execute(statements::save_home,
                         {commitment.commitment_id, commitment.subject_key}));
    return {};
}

}  // namespace credit::commitments
