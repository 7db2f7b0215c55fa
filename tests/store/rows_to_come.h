// Submissions that were accepted and whose rows are not visible yet, as the store and the desk tell
// of them.

#pragma once

#include <string>

#include "foundation/json.h"
#include "ledger/act.h"
#include "records/accept_submission.h"
#include "sql/statement.h"

namespace credit::store {

inline constexpr sql::Statement begin_rows{
    .name = "test.begin_rows",
    .text =
        "INSERT INTO submission_progress (submission_id, home_key, accepted, row_count, spread)"
        " VALUES ($1, 'ASD-SAMR', 1, 10, 0)"};
inline constexpr sql::Statement show_rows{
    .name = "test.show_rows",
    .text = "UPDATE submission_progress SET spread = 10 WHERE submission_id = $1"};

inline ledger::Act act_on(const std::string& home) {
    ledger::Act act;
    act.home_key = home;
    return act;
}

inline ledger::Act acceptance(const std::string& submission, const std::string& kind) {
    ledger::Act act = act_on("ASD-SAMR");
    act.kind = records::accept_submission_kind;
    act.body = to_text({{"submission", submission}, {"kind", kind}});
    return act;
}

}  // namespace credit::store
