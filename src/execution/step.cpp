#include "execution/step.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "sql/session.h"

namespace credit::execution {
namespace {

// What the subject is told of duties.
JsonObject told_of(const Execution& execution, const std::vector<Duty>& duties) {
    JsonArray array;
    for (const auto& duty : duties) array.push_back(to_json(duty));
    return {{"execution", execution.execution_id},
            {"matter", execution.matter},
            {"duties", std::move(array)}};
}

Result<void> tell(sql::Session& session, const ledger::Act& act, const JsonArray& told,
                  const Execution& execution) {
    auto recipients = TRY(ledger::read_recipients(told));
    for (auto& each : recipients) each.urgent = each.due_on.has_value();
    return ledger::tell_recipients(
        session, act, {.home_key = execution.subject_key, .id = execution.execution_id},
        recipients);
}

}  // namespace

ledger::Draft draft_of(const Step& step, Date happened_on) {
    JsonObject body{{"execution", to_json(step.execution)}, {"told", ledger::to_json(step.told)}};
    if (!step.article.empty()) body["article"] = step.article;
    if (!step.article.empty() && step.clock != outcome_clock) body["clock"] = step.clock;
    if (step.clock_over) body["clock_over"] = true;
    if (!step.executed.empty()) body["executed"] = told_of(step.execution, step.executed);
    if (!step.corrected.empty()) body["corrected"] = told_of(step.execution, step.corrected);
    return {.kind = std::string(step.kind),
            .home_key = step.execution.subject_key,
            .occurred_on = happened_on,
            .body = to_text(body)};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "execution"));
    const auto execution = TRY(read_execution(*object));
    TRY(ExecutionRegister(session).save(execution));
    if (!execution.open() || body.contains("article") || body.contains("clock_over")) {
        TRY(ledger::clear_clocks_about(session, execution.subject_key, execution.execution_id, "",
                                       act.id));
    }
    if (const auto article = TRY(read_optional_text(body, "article"))) {
        const auto kind = TRY(read_optional_text(body, "clock"));
        TRY(ledger::set_clock(session, {.subject_key = execution.subject_key,
                                        .clock_id = act.id + "-1",
                                        .kind = kind.value_or(std::string(outcome_clock)),
                                        .about_id = execution.execution_id,
                                        .due_on = execution.due_on,
                                        .article = *article,
                                        .act_id = act.id}));
    }
    const auto* const told = TRY(read_array(body, "told"));
    return tell(session, act, *told, execution);
}

Result<void> run_to_outcome(const access::Occasion& occasion, Step& step, Date start) {
    const auto* const parameter = TRY(occasion.law.parameter("execution.outcome", start));
    const auto period = TRY(occasion.law.period("execution.outcome", start));
    const auto due = occasion.law.calendar().last_day_of(period, start);
    step.execution.due_on = due.day;
    step.execution.provisional = due.provisional;
    step.article = law::to_text(parameter->citation);
    return {};
}

Result<void> open_task(sql::Session& session, const ledger::Act& act, const Execution& task,
                       const Opening& opening) {
    const auto id = act.id + "-" + std::to_string(opening.ordinal);
    TRY(ExecutionRegister(session).save(task));
    TRY(ledger::set_clock(session, {.subject_key = task.subject_key,
                                    .clock_id = id,
                                    .kind = std::string(response_clock),
                                    .about_id = task.execution_id,
                                    .due_on = task.due_on,
                                    .article = opening.article,
                                    .act_id = act.id}));
    return ledger::tell(session, {.subject_key = task.subject_key,
                                  .distribution_id = id,
                                  .act_id = act.id,
                                  .recipient_kind = "authority",
                                  .recipient = task.authority,
                                  .about_id = task.execution_id,
                                  .what = "measures_to_execute"});
}

void tell_supervision(std::vector<ledger::Recipient>& told, const access::Occasion& occasion,
                      std::string_view what) {
    const auto& authorities = occasion.catalogue.authorities;
    const auto office = authorities.find(occasion.principal.authority);
    if (!office) return;
    const auto supervising = authorities.competent_for(
        "credit_office", catalogue::RegionLevel::Province, (*office)->region, occasion.day);
    if (supervising.empty()) return;
    const auto& code = supervising.front()->code;
    const bool known = std::ranges::any_of(told, [&](const ledger::Recipient& each) {
        return each.code == code && each.what == what;
    });
    if (!known) told.push_back({.code = code, .what = std::string(what)});
}

}  // namespace credit::execution
