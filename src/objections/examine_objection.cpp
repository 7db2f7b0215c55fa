#include "objections/examine_objection.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

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

// The same item was answered before, on every aspect that is raised again.
bool answered_before(const Objection& earlier, const Objection& again) {
    if (earlier.about_id != again.about_id || earlier.objection_id == again.objection_id ||
        is_open(earlier.state) || earlier.state == State::Withdrawn) {
        return false;
    }
    return std::ranges::all_of(again.points, [&](const Point& point) {
        return std::ranges::find(earlier.points, point.aspect, &Point::aspect) !=
               earlier.points.end();
    });
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
                                       std::string_view reasons) {
    TRY(access::authorise(occasion.principal, "refuse_objection", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "objections.refuse_objection", subject_key, objection_id));
    const auto all = TRY(ObjectionRegister(occasion.session).of_subject(subject_key));
    Grounds grounds;
    require_open(grounds, step.objection);
    require_answering(grounds, occasion, step.objection);
    require(grounds, !silence_resolved(step.objection, occasion.day),
            "objections.silence_resolved");
    require(grounds,
            std::ranges::any_of(
                all,
                [&](const Objection& earlier) { return answered_before(earlier, step.objection); }),
            "objections.nothing_to_repeat");
    require(grounds, !reasons.empty(), "objections.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.objection.state = State::Refused;
    step.objection.due_on.reset();
    step.objection.concluded_on = occasion.day;
    step.said = {{"reasons", reasons}, {"officer", occasion.principal.account}};
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
