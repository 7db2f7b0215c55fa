#include "incidents/tell_subject.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "incidents/incident.h"
#include "incidents/incident_register.h"
#include "incidents/step.h"
#include "ledger/draft.h"
#include "subjects/subject_register.h"

namespace credit::incidents {
namespace {

ledger::Draft draft_of(const access::Occasion& occasion, std::string_view kind,
                       const Incident& incident, const Concern& concern, JsonObject said) {
    said["officer"] = occasion.principal.account;
    return {.kind = std::string(kind),
            .home_key = concern.subject_key,
            .occurred_on = occasion.day,
            .body = to_text(JsonObject{{"incident", to_json(incident)},
                                       {"concern", to_json(concern)},
                                       {"said", std::move(said)}})};
}

ledger::Draft tell(const access::Occasion& occasion, const Incident& incident, Concern concern) {
    concern.state = "told";
    concern.told_on = occasion.day;
    concern.notice_id = occasion.act_id + "-n";  // of the notice that the act owes
    concern.unreached_on.reset();
    return draft_of(occasion, "incidents.tell_subject", incident, concern, {});
}

Result<bool> is_known(const access::Occasion& occasion, std::string_view subject_key) {
    const auto key = TRY(identity::SubjectKey::parse(subject_key));
    return TRY(subjects::SubjectRegister(occasion.session).find(key)).has_value();
}

// Whether an item was added.
bool add_items(Concern& concern, const std::vector<std::string>& items) {
    bool added = false;
    for (const auto& item : items) {
        if (std::ranges::find(concern.items, item) != concern.items.end()) continue;
        concern.items.push_back(item);
        added = true;
    }
    return added;
}

Result<Incident> find_open(const access::Occasion& occasion, std::string_view right,
                           const Which& which, Grounds& grounds) {
    TRY(access::authorise(occasion.principal, right, occasion.principal.authority));
    auto incident = TRY(IncidentRegister(occasion.session).find(which.home_key, which.incident_id));
    require_open_and_own(grounds, occasion, incident);
    return incident;
}

}  // namespace

Result<ledger::Draft> name_concerned(const access::Occasion& occasion, const Which& which,
                                     std::string_view subject_key,
                                     const std::vector<std::string>& items) {
    Grounds grounds;
    const auto incident = TRY(find_open(occasion, "name_concerned", which, grounds));
    const bool known = TRY(is_known(occasion, subject_key));
    require(grounds, known, "incidents.subject_unknown");
    auto concern = TRY(IncidentRegister(occasion.session).concern(subject_key, which.incident_id));
    const bool is_new = !concern.has_value();
    if (is_new) {
        concern = Concern{.subject_key = std::string(subject_key),
                          .incident_id = incident.incident_id,
                          .home_key = incident.home_key,
                          .state = "noted",
                          .noted_on = occasion.day};
    }
    const bool added = add_items(*concern, items);
    require(grounds, is_new || added, "incidents.concerned_already");
    if (!grounds.empty()) return refuse(std::move(grounds));
    if (incident.must_tell()) return tell(occasion, incident, *std::move(concern));
    return draft_of(occasion, "incidents.note_subject", incident, *concern, {});
}

Result<ledger::Draft> tell_noted(const access::Occasion& occasion, const Which& which,
                                 std::string_view subject_key) {
    Grounds grounds;
    const auto incident = TRY(find_open(occasion, "tell_concerned", which, grounds));
    auto concern = TRY(IncidentRegister(occasion.session).concern(subject_key, which.incident_id));
    require(grounds, incident.must_tell(), "incidents.need_not_tell");
    const bool noted = concern && concern->state == "noted";
    require(grounds, noted, "incidents.told_already");
    if (!grounds.empty() || !concern) return refuse(std::move(grounds));
    return tell(occasion, incident, *std::move(concern));
}

Result<ledger::Draft> name_unreached(const access::Occasion& occasion, const Which& which,
                                     std::string_view subject_key, std::string_view reasons) {
    Grounds grounds;
    const auto incident = TRY(find_open(occasion, "name_unreached", which, grounds));
    IncidentRegister incidents(occasion.session);
    auto concern = TRY(incidents.concern(subject_key, which.incident_id));
    if (!concern || concern->state != "told") {
        return fail(ErrorCode::Refused, "incidents.reached_already");
    }
    const bool reached = TRY(incidents.was_reached(*concern, occasion.day));
    require(grounds, !reached, "incidents.reached_already");
    const bool failed = TRY(incidents.service_failed(*concern));
    require(grounds, failed, "incidents.no_failed_service");
    require(grounds, !reasons.empty(), "incidents.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    concern->state = "unreached";
    concern->unreached_on = occasion.day;
    return draft_of(occasion, "incidents.name_unreached", incident, *concern,
                    {{"reasons", reasons}});
}

}  // namespace credit::incidents
