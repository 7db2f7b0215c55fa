// Problem details (RFC 9457): how a refusal or an error is told, with every ground in Chinese and
// English, the article it rests on, and what to do next. The only switch from ErrorCode to status.

#pragma once

#include <string_view>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::words {
class Catalogue;
}

namespace credit::http {

// InvalidInput 400, NotPermitted 403, NotFound 404, Conflict 409, Refused 422, Unavailable 503.
int status_of(ErrorCode code);

// Writes the problem into the response, whose memory is kept.
void write_problem(Response& response, const Error& error, const words::Catalogue& words);

// The same with a status that no ErrorCode stands for: 401, 404, 405, 413, 415, 429 …
void write_problem(Response& response, const Error& error, const words::Catalogue& words,
                   int status);

}  // namespace credit::http
