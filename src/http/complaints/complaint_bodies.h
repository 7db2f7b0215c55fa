// What is sent with each step of a complaint.

#pragma once

#include <string>

#include "complaints/conclude_complaint.h"
#include "complaints/examine_complaint.h"
#include "complaints/file_complaint.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/message.h"
#include "subjects/identifiers.h"

namespace credit::http {

struct FiledComplaint {
    std::string subject_key;  // of the caller, or of the identifier that an office gives
    complaints::Filing filing;
};

// Each: InvalidInput as http/json.h and foundation/json.h say; Refused "objections.person_in_words"
// where the words hold a resident identity number.
Result<FiledComplaint> read_complaint_filing(const Request& request,
                                             const subjects::Identifiers& identifiers, Date day);
Result<complaints::Item> read_item(const Request& request, Date day);
Result<complaints::Refusal> read_refusal(const Request& request, Date day);
Result<complaints::Conclusion> read_decision(const Request& request, Date day);

struct Referral {
    std::string unit;
    std::string reasons;
};
Result<Referral> read_referral(const Request& request, Date day);

}  // namespace credit::http
