// JSON text written straight into a buffer: for answers of fixed shape, which allocate nothing once
// the buffer has grown. Carried out in json.cpp.

#pragma once

#include <string>
#include <string_view>

namespace credit {

// The text in quotation marks, escaped as RFC 8259 asks. The text must be UTF-8.
void append_quoted(std::string& buffer, std::string_view text);

// "name":"text", with a comma in front unless an object or array has just begun.
void append_member(std::string& buffer, std::string_view name, std::string_view text);
// "name": and whatever is appended next.
void append_name(std::string& buffer, std::string_view name);

}  // namespace credit
