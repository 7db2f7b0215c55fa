#include "complaints/examine_complaint.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "complaints/competence.h"
#include "complaints/complaint.h"
#include "complaints/complaint_register.h"
#include "complaints/file_complaint.h"
#include "complaints/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "objections/objection.h"

namespace credit::complaints {
namespace {

constexpr std::array<std::string_view, 3> causes{"not_conduct", "decided_before", "before_a_court"};

// The step, its right, and the grounds that each step of the deciding unit has.
Result<Step> begin(const access::Occasion& occasion, std::string_view right, std::string_view kind,
                   const Which& which, Grounds& grounds) {
    TRY(access::authorise(occasion.principal, right, occasion.principal.authority));
    auto step = TRY(step_of(occasion, kind, which.subject_key, which.complaint_id));
    require_open(grounds, step.complaint);
    require_deciding(grounds, occasion, step.complaint);
    return step;
}

void require_accepted(Grounds& grounds, const Complaint& complaint) {
    require(grounds, complaint.state != State::Filed, "complaints.not_accepted");
}

void require_not_accepted(Grounds& grounds, const Complaint& complaint) {
    require(grounds, complaint.state == State::Filed, "complaints.accepted_already");
}

// The same was decided before: about the same unit, on every ground that is raised again.
bool decided_before(const Complaint& earlier, const Complaint& again) {
    const bool decided = earlier.state == State::Upheld || earlier.state == State::PartlyUpheld ||
                         earlier.state == State::NotUpheld;
    if (!decided || earlier.respondent != again.respondent || earlier.about_id != again.about_id) {
        return false;
    }
    return std::ranges::all_of(again.points, [&](const Point& point) {
        return std::ranges::find(earlier.points, point.ground, &Point::ground) !=
               earlier.points.end();
    });
}

}  // namespace

Result<ledger::Draft> accept_complaint(const access::Occasion& occasion, const Which& which) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "accept_complaint", "complaints.accept_complaint", which, grounds));
    require_not_accepted(grounds, step.complaint);
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.state = State::Accepted;
    step.complaint.accepted_on = occasion.day;
    TRY(start_decision(occasion, step, occasion.day));
    step.said = {{"officer", occasion.principal.account}};
    return draft_of(step);
}

Result<ledger::Draft> refer_complaint(const access::Occasion& occasion, const Which& which,
                                      std::string_view unit, std::string_view reasons) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "refer_complaint", "complaints.refer_complaint", which, grounds));
    const auto& authorities = occasion.catalogue.authorities;
    const auto* const other = TRY(authorities.find(unit, occasion.day));
    require_not_accepted(grounds, step.complaint);
    require(grounds, !step.complaint.referred, "complaints.referred_already");
    require(grounds, !is_same_unit(authorities, other->code, step.complaint.respondent),
            "complaints.to_respondent");
    require(grounds, !reasons.empty(), "complaints.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.referred = true;
    step.complaint.unit = other->code;
    step.said = {{"reasons", reasons}, {"officer", occasion.principal.account}};
    step.told.push_back({.code = other->code, .what = "complaint_filed", .urgent = true});
    return draft_of(step);
}

Result<ledger::Draft> refuse_complaint(const access::Occasion& occasion, const Which& which,
                                       const Refusal& refusal) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "refuse_complaint", "complaints.refuse_complaint", which, grounds));
    require_not_accepted(grounds, step.complaint);
    require(grounds, std::ranges::find(causes, refusal.cause) != causes.end(),
            "complaints.cause_unknown");
    if (refusal.cause == "decided_before") {
        const auto all = TRY(ComplaintRegister(occasion.session).of_subject(which.subject_key));
        require(grounds,
                std::ranges::any_of(
                    all, [&](const auto& one) { return decided_before(one, step.complaint); }),
                "complaints.nothing_decided_before");
    }
    require(grounds, !refusal.reasons.empty(), "complaints.reasons_missing");
    require(grounds, !refusal.remedy.empty(), "complaints.remedy_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.state = State::Refused;
    step.complaint.due_on.reset();
    step.complaint.concluded_on = occasion.day;
    step.said = {{"cause", refusal.cause},
                 {"reasons", refusal.reasons},
                 {"remedy", refusal.remedy},
                 {"officer", occasion.principal.account}};
    return draft_of(step);
}

Result<ledger::Draft> extend_complaint(const access::Occasion& occasion, const Which& which,
                                       std::string_view reason) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "extend_complaint", "complaints.extend_complaint", which, grounds));
    const auto& complaint = step.complaint;
    require_accepted(grounds, complaint);
    require(grounds, !complaint.extended, "complaints.already_extended");
    require(grounds, complaint.due_on && occasion.day <= *complaint.due_on,
            "complaints.clock_over");
    require(grounds, !reason.empty(), "complaints.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.extended = true;
    step.said = {{"reason", reason}, {"officer", occasion.principal.account}};
    TRY(extend_decision(occasion, step));
    return draft_of(step);
}

Result<ledger::Draft> ask_respondent(const access::Occasion& occasion, const Which& which,
                                     std::string_view question) {
    Grounds grounds;
    auto step = TRY(begin(occasion, "ask_respondent", "complaints.ask_respondent", which, grounds));
    require_accepted(grounds, step.complaint);
    require(grounds, !question.empty(), "complaints.question_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.asked_on = occasion.day;
    step.complaint.question = question;
    step.told.push_back({.code = answering_unit(occasion.catalogue.authorities,
                                                step.complaint.respondent, occasion.day),
                         .what = "complaint_asked",
                         .urgent = true});
    return draft_of(step);
}

Result<ledger::Draft> verify_information(const access::Occasion& occasion, const Which& which,
                                         const Item& item) {
    Grounds grounds;
    auto step =
        TRY(begin(occasion, "verify_information", "complaints.verify_information", which, grounds));
    require(grounds, step.complaint.objection_id.empty(), "complaints.objection_open");
    require(grounds, !item.about_id.empty(), "complaints.item_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.about = objections::name_of(item.about);
    step.complaint.about_id = item.about_id;
    TRY(start_verification(occasion, step,
                           verification_of(item, objections::Filer::ExecutingUnit, {})));
    return draft_of(step);
}

Result<ledger::Draft> reply_of_respondent(const access::Occasion& occasion, const Which& which,
                                          std::string_view reply) {
    const auto& principal = occasion.principal;
    TRY(access::authorise(principal, "reply_of_respondent", principal.authority));
    auto step = TRY(
        step_of(occasion, "complaints.reply_of_respondent", which.subject_key, which.complaint_id));
    const auto& authorities = occasion.catalogue.authorities;
    const auto respondent = answering_unit(authorities, step.complaint.respondent, occasion.day);
    Grounds grounds;
    require_open(grounds, step.complaint);
    require(grounds, authorities.succeeds(principal.authority, respondent),
            "complaints.not_yours_to_reply");
    require(grounds, step.complaint.asked_on.has_value(), "complaints.not_asked");
    require(grounds, !reply.empty(), "complaints.words_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.complaint.answered_on = occasion.day;
    step.complaint.reply = reply;
    step.told.push_back(
        {.code = step.complaint.unit, .what = "complaint_replied", .urgent = false});
    return draft_of(step);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    auto step =
        TRY(step_of(occasion, "complaints.name_overdue", clock.subject_key, clock.about_id));
    auto& complaint = step.complaint;
    Grounds grounds;
    require_open(grounds, complaint);
    require(grounds, complaint.due_on && occasion.day > *complaint.due_on,
            "complaints.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const Date last = complaint.due_on.value_or(occasion.day);
    complaint.overdue_on = occasion.day;
    complaint.due_on.reset();
    step.clock_over = true;
    step.said = {{"silent", complaint.unit}, {"since", calendar::to_text(last)}};
    step.told.push_back(
        {.code = complaint.unit,
         .what = complaint.state == State::Filed ? "complaint_not_accepted" : "complaint_undecided",
         .urgent = true,
         .due_on = last});
    if (complaint.state == State::Filed) {
        complaint.state = State::Accepted;
        complaint.accepted_on = last;
        TRY(start_decision(occasion, step, last));
    }
    return draft_of(step);
}

}  // namespace credit::complaints
