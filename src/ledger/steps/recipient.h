// Recipients (告知对象): who is told of a step of a procedure, as the body of its act holds them
// and as rows of the distribution.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/steps/thing.h"
#include "sql/session.h"

namespace credit::ledger {

struct Recipient {
    std::string kind = {};  // "authority", "node", "bank", "site"; empty: an authority
    std::string code;
    std::string about_id = {};        // of what it is told; empty: of the thing of the step
    std::string what;                 // "forwarded", "withdrawn", "complaint_filed" …
    std::optional<bool> urgent = {};  // none: it is, and the body does not say so
    std::optional<Date> due_on = {};  // for the acknowledgement
};

// The body's word for the code; a repair says "recipient".
inline constexpr std::string_view code_of_recipient = "code";

JsonArray to_json(const std::vector<Recipient>& told, std::string_view code = code_of_recipient);
Result<Recipient> read_recipient(const JsonObject& object,
                                 std::string_view code = code_of_recipient);
Result<std::vector<Recipient>> read_recipients(const JsonArray& told,
                                               std::string_view code = code_of_recipient);

// For apply: a row for each.
Result<void> tell_recipients(sql::Session& session, const Act& act, const Thing& thing,
                             const std::vector<Recipient>& told);

}  // namespace credit::ledger
