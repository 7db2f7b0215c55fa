#include "records/withdraw_record.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "records/end_record.h"
#include "records/record.h"
#include "records/record_register.h"
#include "records/registration.h"
#include "sql/session.h"

namespace credit::records {

Result<ledger::Draft> withdraw_record(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view record_id,
                                      std::string_view reason, const lookups::Reached& reached) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "withdraw_record", authority));
    RecordRegister records(occasion.session);
    const auto record = TRY(records.find(subject_key, record_id));
    const auto current = TRY(records.current_of_row(subject_key, record.row_key));
    // sd-social-credit-regulation-2020 art. 40: an error never waits, repaired or shielded.
    const auto hidden = TRY(records.hidden_of_row(subject_key, record_id));
    const bool returns = std::ranges::find(hidden, record_id) != hidden.end();
    Grounds grounds;
    require(grounds, current == record_id || returns, "records.already_ended");
    require(grounds, occasion.catalogue.authorities.succeeds(authority, record.authority),
            "records.not_your_record");
    // administrative-penalty-law-2021 art. 48: it is taken back with the reason.
    require(grounds, !reason.empty(), "records.reason_needed");
    if (!grounds.empty()) return refuse(std::move(grounds));

    RecordEnding ending{
        .record_id = record.record_id, .as = Ending::Withdrawn, .reason = std::string(reason)};
    if (returns) ending.annuls.push_back(record.record_id);
    auto body = to_json(ending);
    body["kind"] = record.kind;
    body["authority"] = record.authority;
    const auto told = TRY(lookups::told_wrong(occasion, reached, "withdrawn", record.authority));
    body["told"] = lookups::to_json(told);
    body["told_openly"] = lookups::told_openly(reached);
    return ledger::Draft{.kind = "records.withdraw_record",
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto kind = TRY(read_text(body, "kind"));
    TRY(apply_ending(session, act, body));
    if (body.contains("told")) {
        const auto record_id = TRY(read_text(body, "record"));
        const auto* const told = TRY(read_array(body, "told"));
        TRY(lookups::apply_told(session, act, record_id, *told));
    }
    if (kind != "registration") return {};
    return derive_subject_again(session, act.home_key);
}

}  // namespace credit::records
