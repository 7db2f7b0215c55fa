// Pilot codes (试点代码): the exceptions of the unified social credit code, as law/pilot_codes.toml
// lists them with their evidence.

#pragma once

#include "foundation/result.h"
#include "identity/unified_social_credit_code.h"

namespace credit::subjects {

// InvalidInput: the faults of law/toml_reader.h, or "subjects.not_a_pilot_code" (file, line,
// member) for a code that the standard's own check accepts, or that is wrong otherwise.
Result<identity::CodeExceptions> load_pilot_codes();

}  // namespace credit::subjects
