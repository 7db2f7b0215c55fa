// End of a record (终止): withdrawn, found wrong, repaired or erased, by whatever act.
//
// The row stays as it was filed; that it ended is a row of its own. A row equal to one that ended
// so never comes back by being filed again.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

struct RecordEnding {
    std::string record_id;
    Ending as = Ending::Withdrawn;
    std::string reason;
    // Versions of the row, itself perhaps among them, that a repair had ended or that are shielded:
    // they were wrong too, and what comes back with a repair that falls is none of them.
    std::vector<std::string> annuls = {};
};

// As acts hold it: {"record", "ended_as", "reason"}, and "annuls" where there are any.
JsonObject to_json(const RecordEnding& ending);

// The rows of an ending that stands within the body of an act whose home is the record's subject:
// from the day on which the act occurred. A record that ended before keeps its first ending, unless
// a repair ended it and the act annuls it; its digest is barred all the same, and so is what it had
// replaced.
Result<void> apply_ending(sql::Session& session, const ledger::Act& act, const JsonObject& body);

}  // namespace credit::records
