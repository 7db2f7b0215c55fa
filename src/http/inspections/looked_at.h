// Looking at the organisations of a plan (查询计划所列单位): one sealed look-up record for all,
// durable before anything of it leaves.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "inspections/draw.h"

namespace credit::http {

struct LookReason {
    std::string ground;
    std::string case_number;
    std::string officer;
};

class LookedAt {
public:
    // Refused as checks::Counter::screening says.
    static Result<LookedAt> look(const Request& request, Context& context, const LookReason& reason,
                                 const std::vector<std::string>& subject_keys);

    const std::vector<inspections::Standing>& standings() const { return standings_; }
    // The receipt. The errors of the store; then nothing may leave.
    Result<std::string> record(const Request& request, Context& context,
                               const LookReason& reason) const;

private:
    LookedAt() = default;

    std::vector<inspections::Standing> standings_;
    std::int64_t hits_ = 0;
};

// The keys of what was given, in its order. Refused with each line that names no organisation,
// "inspections.not_an_organisation" (its place), the first twenty of them.
Result<std::vector<std::string>> organisations_in(const JsonArray& given, const Request& request,
                                                  const Context& context);

// Duties, incentives and evaluations, each with its article or basis.
Result<JsonObject> told_of(const inspections::Standing& standing);

}  // namespace credit::http
