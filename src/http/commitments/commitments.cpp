#include "http/commitments/commitments.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "commitments/commitment.h"
#include "commitments/commitment_register.h"
#include "commitments/find_commitment.h"
#include "commitments/make_commitment.h"
#include "commitments/step.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/commitments/commitment_bodies.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/objection_register.h"
#include "repair/repair_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using commitments::Commitment;
using commitments::Which;

Result<JsonObject> commitment_after(const Request& request, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "commitment"));
    const auto commitment = TRY(commitments::read_commitment(*object));
    auto answer = shown_to(request.caller, commitment);
    answer["act"] = act.id;
    // The paper by which it is told, where its service is recorded.
    if (act.kind == "commitments.find_broken") answer["notice"] = act.id + "-n";
    return answer;
}

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&, const Which&)>;

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const auto act = TRY(perform_on(
        request, context, home_in<commitments::CommitmentRegister>,
        [&](const access::Occasion& occasion, std::string_view subject, std::string_view id) {
            return draft(occasion, {.subject_key = subject, .commitment_id = id});
        }));
    const auto answer = TRY(commitment_after(request, act));
    return json_response(answer);
}

// What a repair needs is a paper of its case; the case is the subject's own.
Result<void> find_repair(sql::Session& session, std::string_view subject_key,
                         const commitments::Making& making) {
    if (making.kind != commitments::Kind::Repair || making.repair_case.empty()) return {};
    TRY(repair::RepairRegister(session).find(subject_key, making.repair_case));
    return {};
}

Result<Response> make_commitment(const Request& request, Context& context) {
    auto made = TRY(read_making(request, context.desk.identifiers(), day_of(request.received_at)));
    const auto decide = [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
        TRY(find_repair(occasion.session, made.subject_key, made.making));
        made.making.held =
            TRY(objections::ObjectionRegister(occasion.session).held(made.subject_key));
        return commitments::make_commitment(occasion, made.subject_key, made.making);
    };
    const auto act = TRY(context.desk.perform(caller_of(request), made.subject_key, decide));
    const auto answer = TRY(commitment_after(request, act));
    return json_response(answer, 201);
}

Result<Response> check_commitment(const Request& request, Context& context) {
    const auto check = TRY(read_commitment_check(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return commitments::check_commitment(occasion, which, check);
    });
}

Result<Response> find_kept(const Request& request, Context& context) {
    const auto finding = TRY(read_commitment_finding(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return commitments::find_kept(occasion, which, finding);
    });
}

Result<Response> find_broken(const Request& request, Context& context) {
    const auto finding = TRY(read_commitment_finding(request, day_of(request.received_at)));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return commitments::find_broken(occasion, which, finding);
    });
}

Result<Response> withdraw_commitment(const Request& request, Context& context) {
    std::string reasons;
    if (!request.body.empty()) reasons = TRY(read_words(request, "reasons"));
    return perform_step(request, context, [&](const auto& occasion, const Which& which) {
        return commitments::withdraw_commitment(occasion, which, reasons);
    });
}

Response page_of(const Request& request, std::vector<Commitment> found, std::size_t limit) {
    const bool more = found.size() > limit;
    if (more) found.resize(limit);
    JsonArray items;
    for (const auto& each : found) items.push_back(shown_to(request.caller, each));
    return page_response(std::move(items), found.empty() ? "" : found.back().commitment_id, more);
}

// What the authority has yet to check.
Result<Response> read_commitments(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_commitments", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    commitments::CommitmentRegister commitments(*lease);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    auto found = TRY(waiting_at(
        context.desk.catalogue().authorities, request.caller.authority,
        [&](std::string_view code) { return commitments.open_at(code, page.after, limit); },
        &Commitment::commitment_id));
    return page_of(request, std::move(found), page.limit);
}

Result<Response> read_commitment(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_commitment", {}));
    const auto& commitment_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    commitments::CommitmentRegister commitments(*lease);
    const auto subject_key = TRY(commitments.home_of(commitment_id));
    const auto commitment = TRY(commitments.find(subject_key, commitment_id));
    if (!may_read(request.caller, context.desk.catalogue(), commitment)) {
        return fail(ErrorCode::NotFound, "commitments.no_such_commitment");
    }
    return json_response(shown_to(request.caller, commitment));
}

Result<Response> read_own_commitments(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_own_commitments", {}));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto own = TRY(commitments::CommitmentRegister(*lease).of_subject(request.caller.subject_key));
    std::erase_if(own, [&](const auto& each) { return each.commitment_id <= page.after; });
    return page_of(request, std::move(own), page.limit);
}

}  // namespace

std::span<const Operation> commitment_operations() {
    using enum BodyKind;
    static const std::array operations{
        step("make_commitment", "/v1/commitments", Json, make_commitment),
        Operation{.id = "read_commitments",
                  .path = "/v1/commitments",
                  .query = {"cursor", "limit"},
                  .handler = read_commitments},
        Operation{.id = "read_commitment",
                  .path = "/v1/commitments/{commitment}",
                  .handler = read_commitment},
        step("check_commitment", "/v1/commitments/{commitment}/check", Json, check_commitment),
        step("find_kept", "/v1/commitments/{commitment}/fulfilment", Json, find_kept),
        step("find_broken", "/v1/commitments/{commitment}/breach", Json, find_broken),
        step("withdraw_commitment", "/v1/commitments/{commitment}/withdrawal", OptionalJson,
             withdraw_commitment),
        Operation{.id = "read_own_commitments",
                  .path = "/v1/account/commitments",
                  .query = {"cursor", "limit"},
                  .handler = read_own_commitments},
    };
    return operations;
}

}  // namespace credit::http
