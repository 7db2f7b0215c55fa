// Correction with whoever was shown wrong information (更正告知): each holder is told what became
// of it, and that what was done on it is put right.
//
// Law: luzhengfa-2017-44 item 20 — wrong information is corrected or withdrawn; reputation is
//      restored with whoever was told

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::lookups {

// Who is told of an act, and what of it.
struct Recipient {
    std::string kind;  // "authority"
    std::string code;
    std::string what;  // "forwarded", "corrected", "withdrawn", "restitution"
    bool urgent = false;
    std::optional<Date> due_on = {};  // for the acknowledgement
};

// As the body of an act holds it.
JsonArray to_json(const std::vector<Recipient>& told);

// To each holder the effect ("withdrawn"; none when empty) and "restitution", urgently, to be
// acknowledged within correction.acknowledgement.
Result<std::vector<Recipient>> told_wrong(const access::Occasion& occasion,
                                          const std::vector<std::string>& holders,
                                          std::string_view effect);

// For apply: the rows of what an act tells about a thing of its home.
Result<void> apply_told(sql::Session& session, const ledger::Act& act, std::string_view about_id,
                        const JsonArray& told);

}  // namespace credit::lookups
