#include "commitments/step.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "calendar/date_text.h"
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
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::commitments {
namespace {

// What an objection of the same act sets is numbered from 1 on.
std::string id_in(const ledger::Act& act, int ordinal) {
    return act.id + "-m" + std::to_string(ordinal);
}

// luzhengfa-2017-44 item 7: the period is the one that the promise names.
std::string_view article_of(Kind kind) {
    return kind == Kind::Papers ? "luzhengfa-2017-44 art. 7"
                                : "sd-social-credit-regulation-2020 art. 32";
}

Result<void> set_clocks(sql::Session& session, const ledger::Act& act, const JsonArray& running,
                        const Commitment& commitment) {
    int ordinal = 0;
    for (const auto& each : running) {
        const auto& object = each.as_object();
        const auto due_text = TRY(read_text(object, "due_on"));
        const ledger::StatutoryClock clock{.subject_key = commitment.subject_key,
                                           .clock_id = id_in(act, ++ordinal),
                                           .kind = TRY(read_text(object, "kind")),
                                           .about_id = commitment.commitment_id,
                                           .due_on = TRY(calendar::parse_date(due_text)),
                                           .article = TRY(read_text(object, "article")),
                                           .act_id = act.id};
        TRY(ledger::set_clock(session, clock));
    }
    return {};
}

Result<void> tell(sql::Session& session, const ledger::Act& act, const JsonArray& told,
                  const Commitment& commitment) {
    int ordinal = 0;
    for (const auto& each : told) {
        const auto& object = each.as_object();
        const auto due_text = TRY(read_text(object, "due_on"));
        ledger::Told row{.subject_key = commitment.subject_key,
                         .distribution_id = id_in(act, ++ordinal),
                         .act_id = act.id,
                         .recipient_kind = "authority",
                         .recipient = TRY(read_text(object, "code")),
                         .about_id = commitment.commitment_id,
                         .what = TRY(read_text(object, "what")),
                         .urgent = true};
        row.due_on = TRY(calendar::parse_date(due_text));
        TRY(ledger::tell(session, row));
    }
    return {};
}

}  // namespace

JsonObject body_of(const Step& step) {
    JsonObject body{{"commitment", to_json(step.commitment)}};
    if (!step.over.empty()) body["over"] = step.over;
    if (!step.running.empty()) {
        JsonArray running;
        for (const auto& each : step.running) {
            running.push_back(JsonObject{{"kind", each.kind},
                                         {"due_on", calendar::to_text(each.due_on)},
                                         {"article", each.article}});
        }
        body["running"] = std::move(running);
    }
    JsonArray told;
    for (const auto& each : step.told) {
        told.push_back(JsonObject{
            {"code", each.code}, {"what", each.what}, {"due_on", calendar::to_text(each.due_on)}});
    }
    body["told"] = std::move(told);
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
        TRY(set_clocks(session, act, *running, commitment));
    }
    const auto* const told = TRY(read_array(body, "told"));
    return tell(session, act, *told, commitment);
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
