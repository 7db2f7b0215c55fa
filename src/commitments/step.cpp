#include "commitments/step.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "commitments/commitment.h"
#include "commitments/commitment_register.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "ledger/steps/thing.h"
#include "sql/session.h"

namespace credit::commitments {
namespace {

// What an objection of the same act sets is numbered from 1 on.
ledger::Thing thing_of(const Commitment& commitment) {
    return {.home_key = commitment.subject_key, .id = commitment.commitment_id, .mark = "m"};
}

// luzhengfa-2017-44 item 7: the period is the one that the promise names.
std::string_view article_of(Kind kind) {
    return kind == Kind::Papers ? "luzhengfa-2017-44 art. 7"
                                : "sd-social-credit-regulation-2020 art. 32";
}

}  // namespace

JsonObject body_of(const Step& step) {
    JsonObject body{{"commitment", to_json(step.commitment)}};
    if (!step.over.empty()) body["over"] = step.over;
    if (!step.running.empty()) body["running"] = ledger::to_json(step.running);
    body["told"] = ledger::to_json(step.told);
    if (!step.said.empty()) body["said"] = step.said;
    return body;
}

ledger::Draft draft_of(const Step& step) {
    return {.kind = std::string(step.kind),
            .home_key = step.commitment.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body_of(step))};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    return apply_body(session, act, body);
}

Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    const auto* const object = TRY(read_object(body, "commitment"));
    const auto commitment = TRY(read_commitment(*object));
    TRY(CommitmentRegister(session).save(commitment));
    const auto clear = [&](std::string_view kind) {
        return ledger::clear_clocks_about(session, commitment.subject_key, commitment.commitment_id,
                                          kind, act.id);
    };
    if (!commitment.open() || body.contains("running")) TRY(clear(""));
    if (const auto over = TRY(read_optional_text(body, "over"))) TRY(clear(*over));
    if (body.contains("running")) {
        const auto* const running = TRY(read_array(body, "running"));
        TRY(ledger::begin_clocks(session, act, thing_of(commitment), *running));
    }
    const auto* const told = TRY(read_array(body, "told"));
    const auto recipients = TRY(ledger::read_recipients(*told));
    return ledger::tell_recipients(session, act, thing_of(commitment), recipients);
}

Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which) {
    auto commitment =
        TRY(CommitmentRegister(occasion.session).find(which.subject_key, which.commitment_id));
    return Step{.kind = kind, .commitment = std::move(commitment), .happened_on = occasion.day};
}

Result<void> run_to_check(const access::Occasion& occasion, Step& step) {
    const auto* const reminder = TRY(occasion.law.parameter("commitment.reminder", occasion.day));
    const auto ahead = TRY(occasion.law.period("commitment.reminder", occasion.day));
    const Date check_on = std::max(step.commitment.check_on, occasion.day);
    // The reminder is given on the day after its clock has ended.
    const Date before = check_on - std::chrono::days{ahead.amount + 1};
    if (before >= occasion.day) {
        step.running.push_back({.kind = reminder_clock,
                                .due_on = before,
                                .article = law::to_text(reminder->citation)});
    }
    step.running.push_back({.kind = check_clock,
                            .due_on = check_on,
                            .article = std::string(article_of(step.commitment.kind))});
    return {};
}

void require_open(Grounds& grounds, const Commitment& commitment) {
    require(grounds, commitment.open(), "commitments.not_open",
            {std::string(name_of(commitment.state))});
}

void require_own(Grounds& grounds, const access::Occasion& occasion, const Commitment& commitment) {
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, commitment.authority),
        "commitments.not_yours");
}

}  // namespace credit::commitments
