#include "records/accept_submission.h"

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "records/spread/spread_rows.h"
#include "records/submission.sql.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::records {
std::string home_key_of(std::string_view authority) {
    return "A" + std::string(authority);
}

Result<ledger::Draft> accept_submission(const access::Occasion& occasion,
                                        const StagedSubmission& staged) {
    const auto claimed = TRY(occasion.session.execute(statements::claim_progress,
                                                      {staged.submission_id, staged.last_row}));
    if (claimed == 0) return fail(ErrorCode::Unavailable, "sql.try_again");
    const JsonObject body{{"submission", staged.submission_id},
                          {"authority", staged.authority},
                          {"kind", staged.kind},
                          {"version", staged.version},
                          {"file_digest", to_hex(staged.file_digest)},
                          {"received_on", calendar::to_text(occasion.day)},
                          {"accepted", staged.counts.accepted},
                          {"rejected", staged.counts.rejected},
                          {"unchanged", staged.counts.unchanged},
                          {"superseded", staged.counts.superseded},
                          {"quarantined", staged.counts.quarantined},
                          {"rows", staged.last_row},
                          {"root", to_hex(staged.root)},
                          {"quarantine_root", to_hex(staged.quarantine_root)}};
    return ledger::Draft{.kind = std::string(accept_submission_kind),
                         .home_key = home_key_of(staged.authority),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_accept_submission(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto submission = TRY(read_text(body, "submission"));
    const auto kind = TRY(read_text(body, "kind"));
    const auto version = TRY(read_text(body, "version"));
    const auto file_digest = TRY(read_text(body, "file_digest"));
    const auto received_on = TRY(read_text(body, "received_on"));
    const auto root = TRY(read_text(body, "root"));
    const auto rows = TRY(read_integer(body, "rows"));
    const auto accepted = TRY(read_integer(body, "accepted"));
    const auto rejected = TRY(read_integer(body, "rejected"));
    const auto unchanged = TRY(read_integer(body, "unchanged"));
    const auto superseded = TRY(read_integer(body, "superseded"));
    const auto quarantined = TRY(read_integer(body, "quarantined"));
    TRY(session.execute(
        statements::insert_submission,
        {std::string_view(act.home_key), std::string_view(submission), std::string_view(act.id),
         std::string_view(kind), std::string_view(version), std::string_view(file_digest),
         std::string_view(received_on), accepted, rejected, unchanged, superseded, quarantined,
         rows, std::string_view(root)}));
    TRY(session.execute(statements::accept_progress,
                        {std::string_view(submission), std::string_view(act.home_key), rows,
                         superseded > 0 ? 1 : 0}));
    return {};
}

Result<void> drop_staged(sql::Session& session, std::string_view submission_id) {
    auto transaction = TRY(sql::Transaction::begin(session));
    const auto dropped = TRY(session.execute(statements::drop_progress, {submission_id}));
    if (dropped == 0) return {};
    TRY(session.execute(statements::drop_staged, {submission_id}));
    TRY(session.execute(statements::drop_staged_quarantine, {submission_id}));
    TRY(subjects::drop_staged(session, submission_id));
    return transaction.commit();
}

Result<Left> find_left(sql::Session& session) {
    Left left;
    for (const auto& row : TRY(session.query(statements::unfinished))) {
        auto& ids = row.integer(1) == 0 ? left.staged : left.accepted;
        ids.push_back(row.text(0));
    }
    return left;
}

Result<void> finish(sql::Session& session, const Left& left) {
    for (const auto& id : left.staged) TRY(drop_staged(session, id));
    for (const auto& id : left.accepted) TRY(spread_submission(session, id));
    return {};
}

}  // namespace credit::records
