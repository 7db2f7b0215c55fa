// An incident as it is told: to its authority and the department whole, to a subject with what of
// its own it touched.

#pragma once

#include <string>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "incidents/incident.h"

namespace credit::http {

JsonObject told(const incidents::Incident& incident);
JsonObject told_to_subject(const incidents::Incident& incident, const incidents::Concern& concern);

// Of the incident that the path names. NotFound "incidents.no_such_incident".
Result<std::string> home_of_incident(const Request& request, Context& context);

}  // namespace credit::http
