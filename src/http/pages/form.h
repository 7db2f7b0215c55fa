// A form's body (application/x-www-form-urlencoded).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {

// The field of a form that has no other; empty when it is absent. InvalidInput
// "http.form_too_long", "http.not_a_form", and as read_query.
Result<std::string> read_only_field(const Request& request, std::string_view name);
// Each of those fields, in their order; the same errors.
Result<std::vector<std::string>> read_fields(const Request& request,
                                             const std::vector<std::string_view>& names);

}  // namespace credit::http
