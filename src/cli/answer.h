// Answers of the register, taken apart for a person to read.

#pragma once

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {

// Whether it is an answer and not a problem.
bool succeeded(const http::Response& response);

// The whole body, also where it came as a file. Unavailable "http.no_spool".
Result<std::string> body_of(const http::Response& response);

// Its object. Unavailable "cli.answer_not_read".
Result<JsonObject> object_of(std::string_view body);

// "" where it is absent or no text; numbers, flags and lists as text.
std::string told(const JsonObject& object, std::string_view name);
const JsonArray& items(const JsonObject& object, std::string_view name);
// A line of its own; "" where there is no text.
std::string labelled_line(std::string_view label, const std::string& text);

// The answer of a check in plain words.
std::string check_text(const JsonObject& answer);
// The view of a subject.
std::string subject_text(const JsonObject& view);
// The organisations that a search found.
std::string search_text(const JsonObject& answer);
// The result of a submission with its first faults.
std::string submission_text(const JsonObject& report);

}  // namespace credit::cli
