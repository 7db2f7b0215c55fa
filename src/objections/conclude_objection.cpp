#include "objections/conclude_objection.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "foundation/result.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "objections/consequence.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/step.h"
#include "sql/session.h"

namespace credit::objections {
namespace {

constexpr std::string_view upheld = "upheld";
constexpr std::string_view corrected = "corrected";

bool is_finding(const Point& answer) {
    return answer.finding == upheld || answer.finding == "not_upheld";
}

State outcome_of(const Conclusion& conclusion) {
    const auto& answers = conclusion.answers;
    const auto count = std::ranges::count(answers, upheld, &Point::finding);
    if (count == 0) return State::NotUpheld;
    return std::cmp_equal(count, answers.size()) ? State::Upheld : State::PartlyUpheld;
}

// Point by point, with reasons and the next remedy.
Grounds judge(const access::Occasion& occasion, const Objection& objection,
              const Conclusion& conclusion) {
    const auto& answers = conclusion.answers;
    Grounds grounds;
    require_open(grounds, objection);
    require(grounds, may_answer(occasion, objection), "objections.not_yours_to_answer");
    require(grounds,
            answers.size() == objection.points.size() && std::ranges::all_of(answers, is_finding),
            "objections.answers_incomplete");
    require(
        grounds,
        std::ranges::none_of(answers, [](const Point& answer) { return answer.reasons.empty(); }),
        "objections.reasons_missing");
    require(grounds, !conclusion.document_number.empty(), "objections.document_missing");
    require(grounds, !conclusion.remedy.empty(), "objections.remedy_missing");
    // decision 0122: the time in which the item could have been upheld is over.
    require(grounds,
            !silence_resolved(objection, occasion.day) || outcome_of(conclusion) == State::Upheld,
            "objections.silence_resolved");
    return grounds;
}

// An annulment meanwhile has told those whom it reached, and so has a corrected row. A listing or
// an order may be corrected again.
Result<lookups::Reached> not_told_yet(sql::Session& session, const Objection& objection,
                                      std::string_view effect, lookups::Reached reached) {
    if (effect == corrected && objection.about != About::Record) return reached;
    std::set<std::string> told;
    TRY(ledger::visit_told(session, objection.subject_key, objection.about_id,
                           [&](const ledger::Told& each) -> Result<void> {
                               if (each.what == effect) told.insert(each.recipient);
                               // So has its authority, with the public.
                               reached.in_public &= each.what != "restitution_apology";
                               return {};
                           }));
    const auto is_told = [&](const std::string& code) { return told.contains(code); };
    std::erase_if(reached.shown, is_told);
    std::erase_if(reached.acted, is_told);
    return reached;
}

// luzhengfa-2017-44 item 20: whoever was told is told that it was wrong, and puts right what was
// done on it.
Result<void> tell_holders(const access::Occasion& occasion, Step& step,
                          const Conclusion& conclusion) {
    // Of a repair case its own step tells who holds the item; only what was done on it is put
    // right.
    const bool of_result = step.objection.about == About::Repair;
    if (of_result && !step.consequence.at("repair").as_object().contains("effect")) return {};
    const auto reached = TRY(not_told_yet(occasion.session, step.objection,
                                          conclusion.correction.effect, conclusion.reached));
    step.told = TRY(lookups::told_wrong(
        occasion, reached,
        of_result ? std::string_view() : std::string_view(conclusion.correction.effect),
        step.objection.source));
    if (!step.told.empty()) step.said["told_openly"] = lookups::told_openly(reached);
    return {};
}

}  // namespace

Result<ledger::Draft> conclude_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         const Conclusion& conclusion) {
    TRY(access::authorise(occasion.principal, "conclude_objection", occasion.principal.authority));
    auto objection = TRY(ObjectionRegister(occasion.session).find(subject_key, objection_id));
    auto grounds = judge(occasion, objection, conclusion);
    if (!grounds.empty()) return refuse(std::move(grounds));

    Step step{.kind = "objections.conclude_objection",
              .objection = std::move(objection),
              .happened_on = occasion.day};
    if (silence_resolved(step.objection, occasion.day) && step.objection.silent.empty()) {
        step.objection.silent = silent_unit(step.objection);
    }
    step.objection.state = outcome_of(conclusion);
    step.objection.due_on.reset();
    step.objection.concluded_on = occasion.day;
    for (std::size_t at = 0; at < conclusion.answers.size(); ++at) {
        step.objection.points[at].finding = conclusion.answers[at].finding;
        step.objection.points[at].reasons = conclusion.answers[at].reasons;
        step.objection.points[at].changed = conclusion.answers[at].changed;
    }
    step.said = {{"document_number", conclusion.document_number},
                 {"remedy", conclusion.remedy},
                 {"officer", occasion.principal.account}};
    if (step.objection.state != State::NotUpheld) {
        auto correction = conclusion.correction;
        correction.document_number = conclusion.document_number;
        step.consequence = TRY(consequence_of(occasion, step.objection, correction));
        TRY(tell_holders(occasion, step, conclusion));
    }
    return draft_of(step);
}

}  // namespace credit::objections
