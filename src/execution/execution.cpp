#include "execution/execution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::execution {
namespace {

constexpr std::array<std::pair<Why, std::string_view>, 7> whys{
    {{Why::NoCompetence, "no_competence"},
     {Why::NoSuchSubject, "no_such_subject"},
     {Why::NotApplicable, "not_applicable"},
     {Why::Pending, "pending"},
     {Why::Ended, "ended"},
     {Why::OrderMissing, "order_missing"},
     {Why::NotTaken, "not_taken"}}};

template <typename Of>
using Text = std::pair<std::string_view, std::string Of::*>;

constexpr std::array<Text<Outcome>, 6> texts_of_outcome{
    {{"words", &Outcome::words},
     {"document_number", &Outcome::document_number},
     {"order", &Outcome::order_id},
     {"officer", &Outcome::officer},
     {"office", &Outcome::office},
     {"corrects", &Outcome::corrects}}};
constexpr std::array<Text<Duty>, 3> texts_of_duty{
    {{"item", &Duty::item_id}, {"decided_by", &Duty::decided_by}, {"measure", &Duty::measure}}};
constexpr std::array<std::pair<std::string_view, bool Duty::*>, 3> flags_of_duty{
    {{"by_order", &Duty::by_order},
     {"mandatory", &Duty::mandatory},
     {"needs_order", &Duty::needs_order}}};
constexpr std::array<std::pair<std::string_view, std::optional<Date> Execution::*>, 3> days{
    {{"accepted_on", &Execution::accepted_on},
     {"overdue_on", &Execution::overdue_on},
     {"lapsed_on", &Execution::lapsed_on}}};
constexpr std::array<Text<Execution>, 6> texts{{{"subject", &Execution::subject_key},
                                                {"execution", &Execution::execution_id},
                                                {"origin", &Execution::origin},
                                                {"authority", &Execution::authority},
                                                {"matter", &Execution::matter},
                                                {"case", &Execution::case_number}}};

JsonObject to_json(const Outcome& outcome) {
    JsonObject object{{"executed", outcome.executed},
                      {"recorded_on", calendar::to_text(outcome.recorded_on)}};
    if (outcome.why) object["ground"] = name_of(*outcome.why);
    if (outcome.done_on) object["done_on"] = calendar::to_text(*outcome.done_on);
    for (const auto& [name, member] : texts_of_outcome) {
        if (!(outcome.*member).empty()) object[name] = outcome.*member;
    }
    return object;
}

Result<Outcome> read_outcome(const JsonObject& object) {
    Outcome outcome;
    outcome.executed = TRY(read_flag(object, "executed"));
    outcome.recorded_on = TRY(calendar::read_date(object, "recorded_on"));
    outcome.done_on = TRY(calendar::read_optional_date(object, "done_on"));
    if (const auto why = TRY(read_optional_text(object, "ground"))) {
        outcome.why = TRY(parse_why(*why));
    }
    for (const auto& [name, member] : texts_of_outcome) {
        outcome.*member = TRY(read_optional_text(object, name)).value_or("");
    }
    return outcome;
}

Result<Duty> read_duty(const Json& value) {
    if (!value.is_object()) return fail(ErrorCode::InvalidInput, "json.wrong_type", {"duties"});
    const auto& object = value.get_object();
    Duty duty;
    for (const auto& [name, member] : texts_of_duty) duty.*member = TRY(read_text(object, name));
    for (const auto& [name, member] : flags_of_duty) duty.*member = TRY(read_flag(object, name));
    if (object.contains("outcome")) {
        const auto* const outcome = TRY(read_object(object, "outcome"));
        duty.outcome = TRY(read_outcome(*outcome));
    }
    if (object.contains("corrections")) {
        for (const auto& each : *TRY(read_array(object, "corrections"))) {
            duty.corrections.push_back(TRY(read_outcome(each.as_object())));
        }
    }
    return duty;
}

}  // namespace

std::string_view name_of(Why why) {
    return std::ranges::find(whys, why, &std::pair<Why, std::string_view>::first)->second;
}

Result<Why> parse_why(std::string_view name) {
    const auto* const found =
        std::ranges::find(whys, name, &std::pair<Why, std::string_view>::second);
    if (found == whys.end()) return fail(ErrorCode::InvalidInput, "execution.ground_unknown");
    return found->first;
}

bool Outcome::says_as(const Outcome& other) const {
    return executed == other.executed && why == other.why && words == other.words &&
           done_on == other.done_on && document_number == other.document_number &&
           order_id == other.order_id && officer == other.officer && office == other.office;
}

const Outcome* Duty::stands() const {
    if (!corrections.empty()) return &corrections.back();
    return outcome ? &*outcome : nullptr;
}

bool Execution::open() const {
    return !lapsed_on &&
           std::ranges::any_of(duties, [](const Duty& duty) { return !duty.outcome; });
}

Duty* Execution::find(std::string_view item_id, std::string_view measure) {
    const auto found = std::ranges::find_if(duties, [&](const Duty& duty) {
        return duty.item_id == item_id && duty.measure == measure;
    });
    return found == duties.end() ? nullptr : &*found;
}

JsonObject to_json(const Duty& duty) {
    JsonObject object;
    for (const auto& [name, member] : texts_of_duty) object[name] = duty.*member;
    for (const auto& [name, member] : flags_of_duty) object[name] = duty.*member;
    if (duty.outcome) object["outcome"] = to_json(*duty.outcome);
    if (!duty.corrections.empty()) {
        JsonArray corrections;
        for (const auto& each : duty.corrections) corrections.push_back(to_json(each));
        object["corrections"] = std::move(corrections);
    }
    return object;
}

JsonObject to_json(const Execution& execution) {
    JsonObject object;
    for (const auto& [name, member] : texts) object[name] = execution.*member;
    object["opened_on"] = calendar::to_text(execution.opened_on);
    object["due_on"] = calendar::to_text(execution.due_on);
    object["provisional"] = execution.provisional;
    for (const auto& [name, member] : days) {
        const auto& day = execution.*member;
        if (day) object[name] = calendar::to_text(*day);
    }
    JsonArray duties;
    for (const auto& duty : execution.duties) duties.push_back(to_json(duty));
    object["duties"] = std::move(duties);
    return object;
}

Result<Execution> read_execution(const JsonObject& object) {
    Execution execution;
    for (const auto& [name, member] : texts) execution.*member = TRY(read_text(object, name));
    execution.opened_on = TRY(calendar::read_date(object, "opened_on"));
    execution.due_on = TRY(calendar::read_date(object, "due_on"));
    execution.provisional = TRY(read_flag(object, "provisional"));
    for (const auto& [name, member] : days) {
        execution.*member = TRY(calendar::read_optional_date(object, name));
    }
    for (const auto& each : *TRY(read_array(object, "duties"))) {
        execution.duties.push_back(TRY(read_duty(each)));
    }
    return execution;
}

}  // namespace credit::execution
