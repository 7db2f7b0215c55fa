// Shielding of a record (暂时屏蔽), and its return (恢复): for the apply of an act that hides a
// record for a time, or takes back what ended it.
//
// A shielded record is in no answer, and nothing says that it ended; no row equal to it or to what
// it had replaced is taken meanwhile. One that returns is current
// again, unless a further record of the same row took its place meanwhile.
//
// Law: guobanfa-2025-22 — dishonesty information is shielded while a court-approved plan is
//      carried out

#pragma once

#include <string_view>

#include "foundation/result.h"
#include "sql/session.h"

namespace credit::repair {

Result<void> shield_record(sql::Session& session, std::string_view subject_key,
                           std::string_view record_id, std::string_view shielded_by);
// What kept equal rows out is gone; before the record ends for good.
Result<void> end_shield(sql::Session& session, std::string_view subject_key,
                        std::string_view record_id);
// Current again; takes back the ending that `ended_by` wrote, if it wrote one.
Result<void> return_record(sql::Session& session, std::string_view subject_key,
                           std::string_view record_id, std::string_view ended_by);

}  // namespace credit::repair
