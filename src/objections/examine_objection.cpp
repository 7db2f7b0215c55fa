#include "objections/examine_objection.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "objections/answer_clock.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/step.h"

namespace credit::objections {
namespace {

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind,
                     std::string_view subject_key, std::string_view objection_id) {
    auto objection = TRY(ObjectionRegister(occasion.session).find(subject_key, objection_id));
    return Step{.kind = kind, .objection = std::move(objection), .happened_on = occasion.day};
}

void require_answering(Grounds& grounds, const access::Occasion& occasion,
                       const Objection& objection) {
    require(grounds, may_answer(occasion, objection), "objections.not_yours_to_answer");
}

// The subject was answered before that nothing is wrong with the same item, on every aspect that is
// raised again. What an executing unit was answered takes nothing from the subject.
bool answered_before(const Objection& earlier, const Objection& again) {
    if (earlier.about_id != again.about_id || earlier.objection_id == again.objection_id ||
        earlier.state != State::NotUpheld || earlier.filer == Filer::ExecutingUnit) {
        return false;
    }
    return std::ranges::all_of(again.points, [&](const Point& point) {
        return std::ranges::find(earlier.points, point.aspect, &Point::aspect) !=
               earlier.points.end();
    });
}

// In the same words, with no file that was not there.
bool says_nothing_new(const Objection& earlier, const Objection& again) {
    const auto said = [&](const Point& point) {
        return std::ranges::any_of(earlier.points, [&](const Point& answered) {
            return answered.aspect == point.aspect && answered.said == point.said;
        });
    };
    const auto known = [&](const std::string& file) {
        return std::ranges::find(earlier.files, file) != earlier.files.end();
    };
    return std::ranges::all_of(again.points, said) && std::ranges::all_of(again.files, known);
}

// decision 0233: whoever finds no new fact in other words or papers says why there is none.
void require_repetition(Grounds& grounds, std::vector<Objection> all, const Objection& again,
                        const Repetition& repetition) {
    std::erase_if(all, [&](const Objection& each) { return !answered_before(each, again); });
    require(grounds, !all.empty(), "objections.nothing_to_repeat");
    const bool same = std::ranges::any_of(
        all, [&](const Objection& earlier) { return says_nothing_new(earlier, again); });
    require(grounds, all.empty() || same || !repetition.no_new_facts.empty(),
            "objections.new_facts_unanswered");
}

}  // namespace

Result<ledger::Draft> forward_objection(const access::Occasion& occasion,
                                        std::string_view subject_key,
                                        std::string_view objection_id) {
    TRY(access::authorise(occasion.principal, "forward_objection", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "objections.forward_objection", subject_key, objection_id));
    Grounds grounds;
    require_open(grounds, step.objection);
    require(grounds, step.objection.state != State::Forwarded, "objections.already_forwarded");
    require(grounds, !silence_resolved(step.objection, occasion.day),
            "objections.already_resolved");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.objection.state = State::Forwarded;
    TRY(start_answer_clock(occasion, step, CheckedBy::ProvidingUnit));
    step.told.push_back(
        {.kind = "authority", .code = step.objection.source, .what = "forwarded", .urgent = true});
    return draft_of(step);
}

Result<ledger::Draft> extend_objection(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view objection_id,
                                       std::string_view reason) {
    TRY(access::authorise(occasion.principal, "extend_objection", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "objections.extend_objection", subject_key, objection_id));
    Grounds grounds;
    require_open(grounds, step.objection);
    require_answering(grounds, occasion, step.objection);
    require(grounds, !step.objection.extended, "objections.already_extended");
    require(grounds, step.objection.due_on && occasion.day <= *step.objection.due_on,
            "objections.clock_over");
    require(grounds, !reason.empty(), "objections.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.objection.extended = true;
    step.said = {{"reason", reason}};
    TRY(extend_answer_clock(occasion, step));
    return draft_of(step);
}

Result<ledger::Draft> refuse_objection(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view objection_id,
                                       const Repetition& repetition) {
    TRY(access::authorise(occasion.principal, "refuse_objection", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "objections.refuse_objection", subject_key, objection_id));
    auto all = TRY(ObjectionRegister(occasion.session).of_subject(subject_key));
    Grounds grounds;
    require_open(grounds, step.objection);
    require_answering(grounds, occasion, step.objection);
    require(grounds, !silence_resolved(step.objection, occasion.day),
            "objections.silence_resolved");
    require_repetition(grounds, std::move(all), step.objection, repetition);
    require(grounds, !repetition.reasons.empty(), "objections.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.objection.state = State::Refused;
    step.objection.due_on.reset();
    step.objection.concluded_on = occasion.day;
    step.said = {{"reasons", repetition.reasons}, {"officer", occasion.principal.account}};
    if (!repetition.no_new_facts.empty()) step.said["no_new_facts"] = repetition.no_new_facts;
    return draft_of(step);
}

Result<ledger::Draft> resolve_silence(const access::Occasion& occasion,
                                      const ledger::StatutoryClock& clock) {
    auto step =
        TRY(step_of(occasion, "objections.resolve_silence", clock.subject_key, clock.about_id));
    Grounds grounds;
    require_open(grounds, step.objection);
    require(grounds, step.objection.state != State::CorrectionPending,
            "objections.already_resolved");
    require(grounds, step.objection.due_on && occasion.day > *step.objection.due_on,
            "objections.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.objection.silent = silent_unit(step.objection);
    step.objection.state = State::CorrectionPending;
    step.told.push_back({.kind = "authority",
                         .code = step.objection.source,
                         .what = "correction_pending",
                         .urgent = true,
                         .due_on = occasion.day});
    return draft_of(step);
}

}  // namespace credit::objections
