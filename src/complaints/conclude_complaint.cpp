#include "complaints/conclude_complaint.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "complaints/competence.h"
#include "complaints/complaint.h"
#include "complaints/examine_complaint.h"
#include "complaints/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/draft.h"

namespace credit::complaints {
namespace {

constexpr std::string_view upheld = "upheld";

bool is_finding(const Point& answer) {
    return answer.finding == upheld || answer.finding == "not_upheld";
}

State outcome_of(const Conclusion& conclusion) {
    const auto& answers = conclusion.answers;
    const auto found = std::ranges::count(answers, upheld, &Point::finding);
    if (found == 0) return State::NotUpheld;
    return std::cmp_equal(found, answers.size()) ? State::Upheld : State::PartlyUpheld;
}

Grounds judge(const access::Occasion& occasion, const Complaint& complaint,
              const Conclusion& conclusion) {
    const auto& answers = conclusion.answers;
    Grounds grounds;
    require_open(grounds, complaint);
    require_deciding(grounds, occasion, complaint);
    require(grounds, complaint.state != State::Filed, "complaints.not_accepted");
    require(grounds,
            answers.size() == complaint.points.size() && std::ranges::all_of(answers, is_finding),
            "complaints.answers_incomplete");
    require(
        grounds,
        std::ranges::none_of(answers, [](const Point& answer) { return answer.reasons.empty(); }),
        "complaints.reasons_missing");
    require(grounds, !conclusion.document_number.empty(), "complaints.document_missing");
    require(grounds, !conclusion.remedy.empty(), "complaints.remedy_missing");
    if (outcome_of(conclusion) == State::NotUpheld) return grounds;
    require(grounds, complaint.asked_on.has_value(), "complaints.respondent_not_heard");
    require(grounds, !conclusion.order.empty(), "complaints.order_missing");
    return grounds;
}

// sd-social-credit-regulation-2020 art. 58: put right in time.
Result<void> order_putting_right(const access::Occasion& occasion, Step& step) {
    const auto period = TRY(occasion.law.period("complaint.put_right", occasion.day));
    const Date last = occasion.law.calendar().last_day_of(period, occasion.day).day;
    step.told.push_back({.code = answering_unit(occasion.catalogue.authorities,
                                                step.complaint.respondent, occasion.day),
                         .what = "complaint_put_right",
                         .urgent = true,
                         .due_on = last});
    step.said["put_right_by"] = calendar::to_text(last);
    return {};
}

}  // namespace

Result<ledger::Draft> conclude_complaint(const access::Occasion& occasion, const Which& which,
                                         const Conclusion& conclusion) {
    TRY(access::authorise(occasion.principal, "conclude_complaint", occasion.principal.authority));
    auto step = TRY(
        step_of(occasion, "complaints.conclude_complaint", which.subject_key, which.complaint_id));
    auto grounds = judge(occasion, step.complaint, conclusion);
    if (!grounds.empty()) return refuse(std::move(grounds));

    step.complaint.state = outcome_of(conclusion);
    step.complaint.due_on.reset();
    step.complaint.concluded_on = occasion.day;
    for (std::size_t at = 0; at < conclusion.answers.size(); ++at) {
        step.complaint.points[at].finding = conclusion.answers[at].finding;
        step.complaint.points[at].reasons = conclusion.answers[at].reasons;
    }
    step.said = {{"document_number", conclusion.document_number},
                 {"remedy", conclusion.remedy},
                 {"officer", occasion.principal.account}};
    if (step.complaint.state != State::NotUpheld) {
        step.said["order"] = conclusion.order;
        TRY(order_putting_right(occasion, step));
    }
    return draft_of(step);
}

}  // namespace credit::complaints
