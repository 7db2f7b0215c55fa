#include "incidents/step.h"

#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "incidents/incident_register.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "ledger/steps/thing.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::incidents {
namespace {

ledger::Thing thing_of(const Incident& incident) {
    return {.home_key = incident.home_key, .id = incident.incident_id};
}

struct Due {
    Date day{};
    std::string article;
};

Result<Due> due_of(const access::Occasion& occasion, const law::Parameter& parameter, Date start) {
    const auto period = TRY(occasion.law.period(parameter.name, occasion.day));
    return Due{.day = occasion.law.calendar().last_day_of(period, start).day,
               .article = law::to_text(parameter.citation)};
}

}  // namespace

ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"incident", to_json(step.incident)},
                    {"ends", JsonArray(step.ends.begin(), step.ends.end())},
                    {"running", ledger::to_json(step.running)},
                    {"told", ledger::to_json(step.told)}};
    if (!step.said.empty()) body["said"] = step.said;
    return {.kind = std::string(step.kind),
            .home_key = step.incident.home_key,
            .occurred_on = step.happened_on,
            .body = to_text(body)};
}

Result<void> apply_incident(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "incident"));
    const auto incident = TRY(read_incident(*object));
    TRY(IncidentRegister(session).save(incident));
    for (const auto& kind : *TRY(read_array(body, "ends"))) {
        TRY(ledger::clear_clocks_about(session, incident.home_key, incident.incident_id,
                                       std::string_view(kind.as_string()), act.id));
    }
    const auto* const running = TRY(read_array(body, "running"));
    TRY(ledger::begin_clocks(session, act, thing_of(incident), *running));
    const auto* const told = TRY(read_array(body, "told"));
    const auto recipients = TRY(ledger::read_recipients(*told));
    return ledger::tell_recipients(session, act, thing_of(incident), recipients);
}

Result<void> apply_concern(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "concern"));
    const auto concern = TRY(read_concern(*object));
    IncidentRegister incidents(session);
    const auto before = TRY(incidents.concern(concern.subject_key, concern.incident_id));
    TRY(incidents.save(concern));
    // What told it before has nobody to reach any more.
    const bool over =
        before && (concern.state == "unreached" || before->notice_id != concern.notice_id);
    if (!over) return {};
    return notices::ServiceRegister(session).give_up(before->subject_key, before->notice_id);
}

std::string home_of_authority(std::string_view authority) {
    return "A" + std::string(authority);
}

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which) {
    auto incident = TRY(IncidentRegister(occasion.session).find(which.home_key, which.incident_id));
    return Step{.kind = kind, .incident = std::move(incident), .happened_on = occasion.day};
}

void require_open_and_own(Grounds& grounds, const access::Occasion& occasion,
                          const Incident& incident) {
    require(grounds, !incident.closed_on, "incidents.closed_already");
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, incident.authority),
        "incidents.not_yours");
}

Result<void> start_report(const access::Occasion& occasion, Step& step, Date start) {
    const auto* const parameter = TRY(occasion.law.parameter("incident.report", occasion.day));
    auto due = TRY(due_of(occasion, *parameter, start));
    step.incident.report_due_on = due.day;
    step.running.push_back(
        {.kind = report_clock, .due_on = due.day, .article = std::move(due.article)});
    return {};
}

Result<void> start_telling(const access::Occasion& occasion, Step& step, Date start) {
    const auto* const parameter = TRY(occasion.law.parameter("incident.tell", occasion.day));
    auto due = TRY(due_of(occasion, *parameter, start));
    step.incident.tell_due_on = due.day;
    step.running.push_back(
        {.kind = tell_clock, .due_on = due.day, .article = std::move(due.article)});
    return {};
}

}  // namespace credit::incidents
