#include "http/complaints/complaints.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "complaints/complaint_register.h"
#include "complaints/conclude_complaint.h"
#include "complaints/examine_complaint.h"
#include "complaints/file_complaint.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/complaints/complaint_bodies.h"
#include "http/complaints/read_complaints.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/objection.h"
#include "repair/repair_register.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using complaints::Which;

Result<JsonObject> complaint_after(const Request& request, const Context& context,
                                   const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "complaint"));
    const auto complaint = TRY(complaints::read_complaint(*object));
    auto answer = shown_to(request.caller, context.desk.catalogue(), complaint);
    answer["act"] = act.id;
    return answer;
}

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&, const Which&)>;

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const auto act = TRY(perform_on(
        request, context, home_in<complaints::ComplaintRegister>,
        [&](const access::Occasion& occasion, std::string_view subject, std::string_view id) {
            return draft(occasion, {.subject_key = subject, .complaint_id = id});
        }));
    const auto answer = TRY(complaint_after(request, context, act));
    return json_response(answer);
}

// The result of a repair is answered for by the authority that decided it.
Result<void> find_source(sql::Session& session, std::string_view subject_key,
                         complaints::Item& item) {
    if (item.about != objections::About::Repair) return {};
    const auto repair = TRY(repair::RepairRegister(session).find(subject_key, item.about_id));
    item.source = repair.authority;
    return {};
}

Result<Response> file_complaint(const Request& request, Context& context) {
    auto filed = TRY(
        read_complaint_filing(request, context.desk.identifiers(), day_of(request.received_at)));
    const auto decide = [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
        auto& item = filed.filing.item;
        if (item) TRY(find_source(occasion.session, filed.subject_key, *item));
        return complaints::file_complaint(occasion, filed.subject_key, filed.filing);
    };
    const auto act = TRY(context.desk.perform(caller_of(request), filed.subject_key, decide));
    const auto answer = TRY(complaint_after(request, context, act));
    return json_response(answer, 201);
}

Result<Response> withdraw_complaint(const Request& request, Context& context) {
    std::string authorisation;
    if (!request.body.empty()) authorisation = TRY(read_words(request, "authorisation"));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::withdraw_complaint(occasion, which.subject_key, which.complaint_id,
                                              authorisation);
    });
}

Result<Response> accept_complaint(const Request& request, Context& context) {
    return perform_step(request, context, complaints::accept_complaint);
}

Result<Response> refer_complaint(const Request& request, Context& context) {
    const auto referral = TRY(read_referral(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::refer_complaint(occasion, which, referral.unit, referral.reasons);
    });
}

Result<Response> refuse_complaint(const Request& request, Context& context) {
    const auto refusal = TRY(read_refusal(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::refuse_complaint(occasion, which, refusal);
    });
}

Result<Response> extend_complaint(const Request& request, Context& context) {
    const auto reason = TRY(read_words(request, "reason"));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::extend_complaint(occasion, which, reason);
    });
}

Result<Response> ask_respondent(const Request& request, Context& context) {
    const auto question = TRY(read_words(request, "question"));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::ask_respondent(occasion, which, question);
    });
}

Result<Response> reply_of_respondent(const Request& request, Context& context) {
    const auto reply = TRY(read_words(request, "reply"));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::reply_of_respondent(occasion, which, reply);
    });
}

Result<Response> verify_information(const Request& request, Context& context) {
    auto item = TRY(read_item(request, day_of(request.received_at)));
    return perform_step(
        request, context,
        [&](const access::Occasion& occasion, const Which& which) -> Result<ledger::Draft> {
            TRY(find_source(occasion.session, which.subject_key, item));
            return complaints::verify_information(occasion, which, item);
        });
}

Result<Response> conclude_complaint(const Request& request, Context& context) {
    const auto conclusion = TRY(read_decision(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return complaints::conclude_complaint(occasion, which, conclusion);
    });
}

}  // namespace

std::span<const Operation> complaint_operations() {
    using enum BodyKind;
    static const std::array operations{
        step("file_complaint", "/v1/complaints", Json, file_complaint),
        step("withdraw_complaint", "/v1/complaints/{complaint}/withdrawal", OptionalJson,
             withdraw_complaint),
        step("accept_complaint", "/v1/complaints/{complaint}/acceptance", None, accept_complaint),
        step("refer_complaint", "/v1/complaints/{complaint}/referral", Json, refer_complaint),
        step("refuse_complaint", "/v1/complaints/{complaint}/refusal", Json, refuse_complaint),
        step("extend_complaint", "/v1/complaints/{complaint}/extension", Json, extend_complaint),
        step("ask_respondent", "/v1/complaints/{complaint}/question", Json, ask_respondent),
        step("reply_of_respondent", "/v1/complaints/{complaint}/reply", Json, reply_of_respondent),
        step("verify_information", "/v1/complaints/{complaint}/verification", Json,
             verify_information),
        step("conclude_complaint", "/v1/complaints/{complaint}/decision", Json, conclude_complaint),
    };
    return operations;
}

}  // namespace credit::http
