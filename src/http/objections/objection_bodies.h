// What is sent with each step of an objection.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"
#include "objections/conclude_objection.h"
#include "objections/examine_objection.h"
#include "objections/file_objection.h"
#include "objections/objection.h"
#include "subjects/identifiers.h"

namespace credit::http {

struct FiledObjection {
    std::string subject_key;  // of the caller, or of the identifier that an office gives
    objections::Filing filing;
};

// Each: InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say; Refused
// "objections.person_in_words" where the words hold a resident identity number.
Result<FiledObjection> read_filing(const Request& request, const subjects::Identifiers& identifiers,
                                   Date day);
Result<objections::Conclusion> read_conclusion(const Request& request, Date day);
Result<objections::Repetition> read_repetition(const Request& request);
// The one member that the step needs.
Result<std::string> read_words(const Request& request, std::string_view member);

// Parts that the bodies of complaints and of repairs share.

// None where the member is absent; refuse_person holds of each.
Result<std::vector<objections::Point>> read_points(const JsonObject& body, Date day);

// Refused "objections.person_in_words": a number in free text would stand in the register under no
// key.
Result<void> refuse_person(std::string_view words, Date day);
// Empty where the member is absent; refuse_person holds of it.
Result<std::string> read_free_text(const JsonObject& body, std::string_view name, Date day);
// Whom it is about: the caller itself, or the identifier that an office gives. NotFound
// "subjects.own_number_needed".
Result<std::string> read_subject(const JsonObject& body, const Request& request,
                                 const subjects::Identifiers& identifiers, Date day);

}  // namespace credit::http
