#include "repair/shield_record.h"

#include <string_view>

#include "foundation/result.h"
#include "repair/shield_record.sql.h"
#include "sql/session.h"

namespace credit::repair {

Result<void> shield_record(sql::Session& session, std::string_view subject_key,
                           std::string_view record_id, std::string_view shielded_by) {
    TRY(session.execute(statements::shield, {subject_key, record_id}));
    TRY(session.execute(statements::bar_shielded, {subject_key, record_id, shielded_by}));
    return {};
}

Result<void> end_shield(sql::Session& session, std::string_view subject_key,
                        std::string_view record_id) {
    TRY(session.execute(statements::lift_bar, {subject_key, record_id}));
    return {};
}

Result<void> return_record(sql::Session& session, std::string_view subject_key,
                           std::string_view record_id, std::string_view ended_by) {
    TRY(end_shield(session, subject_key, record_id));
    TRY(session.execute(statements::take_back_end, {subject_key, record_id, ended_by}));
    TRY(session.execute(statements::take_back_tombstones, {subject_key, ended_by}));
    TRY(session.execute(statements::make_current_again, {subject_key, record_id}));
    return {};
}

}  // namespace credit::repair
