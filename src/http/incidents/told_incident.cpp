#include "http/incidents/told_incident.h"

#include <string>

#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "incidents/incident.h"
#include "incidents/incident_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {

JsonObject told(const incidents::Incident& incident) {
    auto object = incidents::to_json(incident);
    object.erase("home");
    if (incident.reported_to.empty()) object.erase("reported_to");
    object["must_tell"] = incident.must_tell();
    object["open"] = !incident.closed_on.has_value();
    return object;
}

JsonObject told_to_subject(const incidents::Incident& incident, const incidents::Concern& concern) {
    const auto whole = incidents::to_json(incident);
    JsonObject object;
    for (const auto* const name :
         {"incident", "authority", "kinds", "cause", "harm", "steps", "protection", "contact",
          "discovered_on", "opened_on", "reported_on", "closed_on"}) {
        if (const auto* const value = whole.if_contains(name)) object[name] = *value;
    }
    object["items"] = JsonArray(concern.items.begin(), concern.items.end());
    object["state"] = concern.state;
    if (concern.told_on) {
        object["told_on"] = calendar::to_text(*concern.told_on);
        object["notice"] = concern.notice_id;
    }
    return object;
}

Result<std::string> home_of_incident(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    return incidents::IncidentRegister(*lease).home_of(request.path_values.front());
}

}  // namespace credit::http
