// JSON of a fixed shape, written straight into a buffer that is used again.

#pragma once

#include <string>
#include <string_view>

namespace credit::http {

// The text in quotation marks, escaped. It must be UTF-8.
void append_json_text(std::string& out, std::string_view text);

// ,"name":"text" or "name":"text" after an opening brace.
void append_json_member(std::string& out, std::string_view name, std::string_view text);

}  // namespace credit::http
