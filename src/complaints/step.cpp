#include "complaints/step.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "calendar/date_text.h"
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
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "objections/file_objection.h"
#include "objections/step.h"
#include "sql/session.h"

namespace credit::complaints {
namespace {

JsonObject to_json(const Running& running) {
    return {{"kind", running.kind},
            {"due_on", calendar::to_text(running.due_on)},
            {"article", running.article}};
}

JsonArray to_json(const std::vector<Recipient>& told) {
    JsonArray array;
    for (const auto& each : told) {
        JsonObject object{{"code", each.code}, {"what", each.what}, {"urgent", each.urgent}};
        if (each.due_on) object["due_on"] = calendar::to_text(*each.due_on);
        array.push_back(std::move(object));
    }
    return array;
}

// The objection of the same act numbers its clocks and recipients from 1 on.
std::string id_in(const ledger::Act& act, int ordinal) {
    return act.id + "-c" + std::to_string(ordinal);
}

Result<void> set_clock(sql::Session& session, const ledger::Act& act, const JsonObject& running,
                       const Complaint& complaint) {
    const auto due_text = TRY(read_text(running, "due_on"));
    return ledger::set_clock(session, {.subject_key = complaint.subject_key,
                                       .clock_id = id_in(act, 1),
                                       .kind = TRY(read_text(running, "kind")),
                                       .about_id = complaint.complaint_id,
                                       .due_on = TRY(calendar::parse_date(due_text)),
                                       .article = TRY(read_text(running, "article")),
                                       .act_id = act.id});
}

Result<void> tell(sql::Session& session, const ledger::Act& act, const JsonArray& told,
                  const Complaint& complaint) {
    int ordinal = 0;
    for (const auto& each : told) {
        const auto& object = each.as_object();
        ledger::Told row{.subject_key = complaint.subject_key,
                         .distribution_id = id_in(act, ++ordinal),
                         .act_id = act.id,
                         .recipient_kind = "authority",
                         .recipient = TRY(read_text(object, "code")),
                         .about_id = complaint.complaint_id,
                         .what = TRY(read_text(object, "what")),
                         .urgent = TRY(read_flag(object, "urgent"))};
        if (const auto due_on = TRY(read_optional_text(object, "due_on"))) {
            row.due_on = TRY(calendar::parse_date(*due_on));
        }
        TRY(ledger::tell(session, row));
    }
    return {};
}

Result<void> run_to(const access::Occasion& occasion, Step& step, std::string_view clock,
                    const law::Parameter& parameter, Date start) {
    const auto period = TRY(occasion.law.period(parameter.name, occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, start);
    step.complaint.due_on = due.day;
    step.complaint.provisional = due.provisional;
    step.running =
        Running{.kind = clock, .due_on = due.day, .article = law::to_text(parameter.citation)};
    return {};
}

}  // namespace

ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"complaint", to_json(step.complaint)}, {"told", to_json(step.told)}};
    if (step.running) body["running"] = to_json(*step.running);
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
        TRY(set_clock(session, act, *running, complaint));
    }
    const auto* const told = TRY(read_array(body, "told"));
    TRY(tell(session, act, *told, complaint));
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
