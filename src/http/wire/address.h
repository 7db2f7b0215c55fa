// The parts of a request's target: path patterns and percent-encoded query parameters.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {

// "%E5%8E%86+a" as text. InvalidInput "http.parameter_not_text" unless it decodes to UTF-8 without
// control characters.
Result<std::string> decode_percent(std::string_view text);

// What stands for each {…} of the pattern, decoded; no value when the path is another. A last
// segment {…*} takes the rest of the path with its slashes.
Result<std::optional<std::vector<std::string>>> match_path(std::string_view pattern,
                                                           std::string_view path);

// Decodes the parameters. InvalidInput "http.unknown_parameter" for a name not known,
// "http.repeated_parameter".
Result<void> read_query(std::string_view query, const std::vector<std::string_view>& known,
                        std::vector<Parameter>& parameters);

}  // namespace credit::http
