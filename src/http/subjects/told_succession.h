// Mergers and splits as JSON.

#pragma once

#include "foundation/json.h"
#include "http/context.h"
#include "publicity/subject_view.h"
#include "subjects/successions/succession.h"

namespace credit::http {

// With the code and the public page of each side.
JsonObject told(const Context& context, const subjects::Succession& succession);

// "successions" where the view has some, and beside them what does not pass by any.
void tell_successions(JsonObject& answer, const Context& context,
                      const publicity::SubjectView& view);

}  // namespace credit::http
