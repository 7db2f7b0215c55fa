#include "http/execution/execution_bodies.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_json.h"
#include "catalogue/catalogue.h"
#include "execution/execution.h"
#include "execution/item_state.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"

namespace credit::http {
namespace {

using execution::Duty;
using execution::Execution;

Result<execution::Answer> answer_in(const Json& value, Date day) {
    if (!value.is_object()) {
        return fail(ErrorCode::InvalidInput, "json.wrong_type", {"duties"}, "/duties");
    }
    const auto& object = value.get_object();
    TRY(refuse_unknown(object, {"item", "measure", "outcome", "ground", "words", "done_on",
                                "document_number", "order"}));
    execution::Answer answer;
    answer.item_id = TRY(read_text(object, "item"));
    answer.measure = TRY(read_text(object, "measure"));
    answer.outcome = TRY(read_text(object, "outcome"));
    answer.why = TRY(read_optional_text(object, "ground")).value_or("");
    answer.words = TRY(read_free_text(object, "words", day));
    answer.done_on = TRY(calendar::read_optional_date(object, "done_on"));
    answer.document_number = TRY(read_free_text(object, "document_number", day));
    answer.order_id = TRY(read_optional_text(object, "order")).value_or("");
    return answer;
}

std::string_view state_on(const execution::ItemState& item, Date day) {
    if (item.over(day)) return "ended";
    if (item.held(day)) return "on_hold";
    return item.stayed(day) ? "stayed" : "in_force";
}

Result<JsonObject> shown_duty(const Reading& reading, const Execution& execution, const Duty& duty,
                              ExecutionSide side) {
    const auto item = TRY(execution::state_of(reading.session, execution, duty));
    auto object = execution::to_json(duty);
    object["state"] = state_on(item, reading.day);
    object["obligation"] = duty.mandatory ? "mandatory" : "recommended";
    object.erase("mandatory");
    if (side == ExecutionSide::Answering) return object;
    if (object.contains("outcome")) object.at("outcome").as_object().erase("officer");
    if (object.contains("corrections")) {
        for (auto& each : object.at("corrections").as_array()) each.as_object().erase("officer");
    }
    return object;
}

bool decided(const access::Principal& caller, const catalogue::Catalogue& catalogue,
             const Duty& duty) {
    return catalogue.authorities.succeeds(caller.authority, duty.decided_by);
}

Result<execution::Answers> answers_in(const JsonObject& body, Date day) {
    execution::Answers answers;
    answers.officer = TRY(read_free_text(body, "officer", day));
    answers.office = TRY(read_free_text(body, "office", day));
    if (!body.contains("duties")) return answers;
    for (const auto& each : *TRY(read_array(body, "duties"))) {
        answers.each.push_back(TRY(answer_in(each, day)));
    }
    return answers;
}

}  // namespace

Result<execution::Answers> read_answers(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"duties", "officer", "office"}));
    return answers_in(body, day);
}

Result<Correction> read_correction(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"duties", "officer", "office", "reasons"}));
    return Correction{.answers = TRY(answers_in(body, day)),
                      .reasons = TRY(read_free_text(body, "reasons", day))};
}

ExecutionSide side_of(const access::Principal& caller, const catalogue::Catalogue& catalogue,
                      const Execution& execution) {
    if (catalogue.authorities.succeeds(caller.authority, execution.authority)) {
        return ExecutionSide::Answering;
    }
    if (caller.role == access::Role::CreditOffice) return ExecutionSide::Supervising;
    const auto is_its = [&](const Duty& duty) { return decided(caller, catalogue, duty); };
    return std::ranges::any_of(execution.duties, is_its) ? ExecutionSide::Deciding
                                                         : ExecutionSide::None;
}

Result<JsonObject> shown_to(const Reading& reading, const Execution& execution) {
    const auto side = side_of(reading.caller, reading.catalogue, execution);
    auto object = execution::to_json(execution);
    object.erase("subject");
    if (side != ExecutionSide::Answering || execution.is_task()) object.erase("case");
    if (execution.is_task()) object.erase("matter");
    JsonArray duties;
    for (const auto& duty : execution.duties) {
        if (side == ExecutionSide::Deciding && !decided(reading.caller, reading.catalogue, duty)) {
            continue;
        }
        duties.push_back(TRY(shown_duty(reading, execution, duty, side)));
    }
    object["duties"] = std::move(duties);
    object["open"] = execution.open();
    return object;
}

}  // namespace credit::http
