// Verifying a draw (抽取核验): whether the answer to a draw, as it was kept, follows from its own
// seed and shares, and the seed from an entry of the published log. Asks nobody.
//
// Reading: decision 0213

#pragma once

#include <cstdint>

#include "foundation/json.h"
#include "foundation/result.h"
#include "log/verify.h"

namespace credit::inspections {

struct VerifiedDraw {
    std::int64_t organisations = 0;
    std::int64_t drawn = 0;
    std::uint64_t entries = 0;  // of the log
    std::uint64_t entry = 0;    // the one from which the seed follows
};

// The answer is that of draw_inspections. Refused "inspections.not_the_organisations",
// "inspections.not_the_drawn", "inspections.log_not_right", "inspections.seed_not_in_log";
// InvalidInput when the answer is none; the errors of log::verify_files.
Result<VerifiedDraw> verify_draw(const JsonObject& answer, const log::VerificationInput& published);

}  // namespace credit::inspections
