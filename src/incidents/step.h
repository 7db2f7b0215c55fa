// Steps of an incident (事件处置程序): every act holds the incident as it stands after it, its
// clocks and who is told; what is done for one subject is an act of that subject.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "sql/session.h"

namespace credit::incidents {

struct Step {
    std::string_view kind;  // of the act: "incidents.open_incident"
    Incident incident;      // as it stands after the step
    Date happened_on{};
    JsonObject said = {};
    std::vector<std::string_view> ends = {};  // kinds of clocks
    std::vector<ledger::Running> running = {};
    std::vector<ledger::Recipient> told = {};
};

ledger::Draft draft_of(const Step& step);
// Of the acts homed at an authority.
Result<void> apply_incident(sql::Session& session, const ledger::Act& act);
// Of those homed at a subject.
Result<void> apply_concern(sql::Session& session, const ledger::Act& act);

// The home key of an authority's incidents.
std::string home_of_authority(std::string_view authority);

// Which incident, under its home key.
struct Which {
    std::string_view home_key;
    std::string_view incident_id;
};
Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which);

// "incidents.closed_already", "incidents.not_yours".
void require_open_and_own(Grounds& grounds, const access::Occasion& occasion,
                          const Incident& incident);

// Last days and clocks, from `start`. NotFound "law.no_parameter".
Result<void> start_report(const access::Occasion& occasion, Step& step, Date start);
Result<void> start_telling(const access::Occasion& occasion, Step& step, Date start);

}  // namespace credit::incidents
