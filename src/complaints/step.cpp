#include "complaints/step.h"

#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "complaints/complaint.h"
#include "complaints/complaint_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "ledger/steps/thing.h"
#include "objections/file_objection.h"
#include "objections/step.h"
#include "sql/session.h"

namespace credit::complaints {
namespace {

// The objection of the same act numbers its clocks and recipients from 1 on.
ledger::Thing thing_of(const Complaint& complaint) {
    return {.home_key = complaint.subject_key, .id = complaint.complaint_id, .mark = "c"};
}

Result<void> run_to(const access::Occasion& occasion, Step& step, std::string_view clock,
                    const law::Parameter& parameter, Date start) {
    const auto period = TRY(occasion.law.period(parameter.name, occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, start);
    step.complaint.due_on = due.day;
    step.complaint.provisional = due.provisional;
    step.running = ledger::Running{
        .kind = clock, .due_on = due.day, .article = law::to_text(parameter.citation)};
    return {};
}

}  // namespace

ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"complaint", to_json(step.complaint)}, {"told", ledger::to_json(step.told)}};
    if (step.running) body["running"] = ledger::to_json(*step.running);
    if (step.clock_over) body["clock_over"] = true;
    if (!step.said.empty()) body["said"] = step.said;
    if (!step.objection.empty()) body["objection_filed"] = step.objection;
    return {.kind = std::string(step.kind),
            .home_key = step.complaint.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body)};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "complaint"));
    const auto complaint = TRY(read_complaint(*object));
    TRY(ComplaintRegister(session).save(complaint));
    if (body.contains("running") || body.contains("clock_over") || !is_open(complaint.state)) {
        TRY(ledger::clear_clocks_about(session, complaint.subject_key, complaint.complaint_id, "",
                                       act.id));
    }
    if (body.contains("running")) {
        const auto* const running = TRY(read_object(body, "running"));
        TRY(ledger::begin_clocks(session, act, thing_of(complaint), JsonArray{*running}));
    }
    const auto* const told = TRY(read_array(body, "told"));
    const auto recipients = TRY(ledger::read_recipients(*told));
    TRY(ledger::tell_recipients(session, act, thing_of(complaint), recipients));
    if (!body.contains("objection_filed")) return {};
    ledger::Act filing = act;
    filing.body = to_text(body.at("objection_filed"));
    return objections::apply_step(session, filing);
}

void require_open(Grounds& grounds, const Complaint& complaint) {
    require(grounds, is_open(complaint.state), "complaints.not_open",
            {std::string(name_of(complaint.state))});
}

void require_deciding(Grounds& grounds, const access::Occasion& occasion,
                      const Complaint& complaint) {
    const auto& authority = occasion.principal.authority;
    require(grounds, occasion.catalogue.authorities.succeeds(authority, complaint.unit),
            "complaints.not_yours_to_decide");
}

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind,
                     std::string_view subject_key, std::string_view complaint_id) {
    auto complaint = TRY(ComplaintRegister(occasion.session).find(subject_key, complaint_id));
    return Step{.kind = kind, .complaint = std::move(complaint), .happened_on = occasion.day};
}

Result<void> start_acceptance(const access::Occasion& occasion, Step& step) {
    const auto* const parameter = TRY(occasion.law.parameter("complaint.acceptance", occasion.day));
    return run_to(occasion, step, acceptance_clock, *parameter, step.complaint.filed_on);
}

Result<void> start_decision(const access::Occasion& occasion, Step& step, Date start) {
    const auto* const parameter = TRY(occasion.law.parameter("complaint.decision", occasion.day));
    return run_to(occasion, step, decision_clock, *parameter, start);
}

Result<void> extend_decision(const access::Occasion& occasion, Step& step) {
    const auto* const parameter = TRY(occasion.law.parameter("complaint.extension", occasion.day));
    return run_to(occasion, step, decision_clock, *parameter,
                  step.complaint.due_on.value_or(occasion.day));
}

Result<void> start_verification(const access::Occasion& occasion, Step& step,
                                const objections::Filing& filing) {
    const auto draft =
        TRY(objections::file_objection(occasion, step.complaint.subject_key, filing));
    step.objection = TRY(parse_object(draft.body));
    const auto* const objection = TRY(read_object(step.objection, "objection"));
    step.complaint.objection_id = TRY(read_text(*objection, "objection"));
    return {};
}

}  // namespace credit::complaints
