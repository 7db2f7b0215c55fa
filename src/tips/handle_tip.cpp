#include "tips/handle_tip.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/competence.h"
#include "tips/step.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::tips {
namespace {

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which) {
    auto tip = TRY(TipRegister(occasion.session).find(which.home_key, which.tip_id));
    TRY(require_handler(occasion, tip));
    return Step{.kind = kind, .tip = std::move(tip), .happened_on = occasion.day};
}

// Nobody answers what nobody has read.
Result<void> require_open(Grounds& grounds, const access::Occasion& occasion, const Tip& tip) {
    require(grounds, tip.open(), "tips.over_already");
    const auto openings = TRY(TipRegister(occasion.session).openings_of(tip));
    require(grounds, !openings.empty(), "tips.not_opened");
    return {};
}

void end(Step& step, State state) {
    step.tip.state = state;
    step.tip.due_on.reset();
    step.tip.concluded_on = step.happened_on;
    step.clock_over = true;
}

// Another one, which takes tips of the domain on that day.
bool is_elsewhere(const access::Occasion& occasion, const Tip& tip, const std::string& code) {
    const auto office = occasion.catalogue.authorities.find(code, occasion.day);
    return office && code != tip.authority && is_competent(**office, tip.domain);
}

}  // namespace

Result<void> require_handler(const access::Occasion& occasion, const Tip& tip) {
    const auto& caller = occasion.principal;
    if (!occasion.catalogue.authorities.succeeds(caller.authority, tip.authority)) {
        return fail(ErrorCode::NotFound, "tips.no_such_tip");
    }
    const auto handlers =
        TRY(TipRegister(occasion.session).handlers_of(home_of_authority(caller.authority)));
    if (std::ranges::find(handlers, caller.account) == handlers.end()) {
        return fail(ErrorCode::NotPermitted, "tips.not_a_handler");
    }
    return {};
}

Result<ledger::Draft> open_tip(const access::Occasion& occasion, const Which& which,
                               const std::string& reason) {
    TRY(access::authorise(occasion.principal, "open_tip", occasion.principal.authority));
    const auto step = TRY(step_of(occasion, "tips.open_tip", which));
    if (reason.empty()) return fail(ErrorCode::Refused, "tips.reason_missing");
    return ledger::Draft{
        .kind = "tips.open_tip",
        .home_key = step.tip.home_key,
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{{"tip", step.tip.tip_id},
                                   {"account", occasion.principal.account},
                                   {"reason", reason},
                                   {"opened_at", occasion.received_at.milliseconds}})};
}

Result<void> apply_open_tip(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    TipRegister tips(session);
    const auto tip_id = TRY(read_text(body, "tip"));
    const auto tip = TRY(tips.find(act.home_key, tip_id));
    const auto opened_at = TRY(read_integer(body, "opened_at"));
    return tips.save(tip, {.opening_id = act.id,
                           .account = TRY(read_text(body, "account")),
                           .reason = TRY(read_text(body, "reason")),
                           .opened_at = Instant{opened_at}});
}

Result<ledger::Draft> accept_tip(const access::Occasion& occasion, const Which& which,
                                 const std::string& answer) {
    TRY(access::authorise(occasion.principal, "accept_tip", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "tips.accept_tip", which));
    Grounds grounds;
    TRY(require_open(grounds, occasion, step.tip));
    require(grounds, step.tip.state != State::Accepted, "tips.accepted_already");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.tip.state = State::Accepted;
    step.tip.accepted_on = occasion.day;
    step.tip.answer = answer;
    TRY(start_clock(occasion, step, "tip.conclusion", conclusion_clock));
    return draft_of(step);
}

Result<ledger::Draft> refuse_tip(const access::Occasion& occasion, const Which& which,
                                 const Refusal& refusal) {
    TRY(access::authorise(occasion.principal, "refuse_tip", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "tips.refuse_tip", which));
    const bool elsewhere = refusal.ground == "not_competent";
    Grounds grounds;
    TRY(require_open(grounds, occasion, step.tip));
    require(grounds, step.tip.state != State::Accepted, "tips.accepted_already");
    require(grounds, is_ground(refusal.ground), "tips.ground_unknown");
    require(grounds, !elsewhere || is_elsewhere(occasion, step.tip, refusal.elsewhere),
            "tips.elsewhere_missing");
    require(grounds, !refusal.answer.empty(), "tips.answer_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    end(step, State::Refused);
    step.tip.ground = refusal.ground;
    if (elsewhere) step.tip.elsewhere = refusal.elsewhere;
    step.tip.answer = refusal.answer;
    return draft_of(step);
}

Result<ledger::Draft> conclude_tip(const access::Occasion& occasion, const Which& which,
                                   const Conclusion& conclusion) {
    TRY(access::authorise(occasion.principal, "conclude_tip", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "tips.conclude_tip", which));
    const bool known = conclusion.finding == "confirmed" || conclusion.finding == "not_confirmed";
    Grounds grounds;
    TRY(require_open(grounds, occasion, step.tip));
    require(grounds, !step.tip.open() || step.tip.state == State::Accepted, "tips.not_accepted");
    require(grounds, known, "tips.finding_unknown");
    require(grounds, !conclusion.answer.empty(), "tips.answer_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    end(step, State::Concluded);
    step.tip.finding = conclusion.finding;
    step.tip.document_number = conclusion.document_number;
    step.tip.answer = conclusion.answer;
    return draft_of(step);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    auto tip = TRY(TipRegister(occasion.session).find(clock.subject_key, clock.about_id));
    Grounds grounds;
    require(grounds, tip.open(), "tips.over_already");
    require(grounds, occasion.day > clock.due_on, "tips.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    tip.overdue_on = occasion.day;
    return draft_of({.kind = "tips.name_overdue",
                     .tip = std::move(tip),
                     .happened_on = occasion.day,
                     .clock_over = true});
}

}  // namespace credit::tips
