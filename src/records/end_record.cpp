#include "records/end_record.h"

#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "records/record_row.h"
#include "sql/session.h"

namespace credit::records {

JsonObject to_json(const RecordEnding& ending) {
    JsonObject object{
        {"record", ending.record_id}, {"ended_as", name_of(ending.as)}, {"reason", ending.reason}};
    if (!ending.annuls.empty()) {
        object["annuls"] = JsonArray(ending.annuls.begin(), ending.annuls.end());
    }
    return object;
}

Result<void> apply_ending(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    const auto record_id = TRY(read_text(body, "record"));
    const auto ended_as = TRY(read_text(body, "ended_as"));
    const auto reason = TRY(read_text(body, "reason"));
    const auto record = TRY(session.find(statements::find_record, {act.home_key, record_id}));
    if (!record) return fail(ErrorCode::NotFound, "records.no_such_record");
    TRY(session.execute(statements::end_record,
                        {act.home_key, record_id, ended_as, act.occurred_on, reason, act.id}));
    TRY(session.execute(statements::drop_current, {act.home_key, record_id}));
    TRY(session.execute(statements::insert_tombstone,
                        {act.home_key, record_in(*record).digest, ended_as, act.id}));
    TRY(session.execute(statements::bury_row, {act.home_key, record_id, ended_as, act.id}));
    if (!body.contains("annuls")) return {};
    for (const auto& each : *TRY(read_array(body, "annuls"))) {
        const std::string_view version = each.as_string();
        TRY(session.execute(statements::annul_end,
                            {act.home_key, version, ended_as, act.occurred_on, reason, act.id}));
        TRY(session.execute(statements::annul_bars, {act.home_key, version, ended_as, act.id}));
    }
    return {};
}

}  // namespace credit::records
