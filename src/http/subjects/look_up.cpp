#include "http/subjects/look_up.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/record_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/asked_subject.h"
#include "http/subjects/subject_answer.h"
#include "http/subjects/told_succession.h"
#include "lookups/lookup.h"
#include "publicity/subject_view.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

struct LookUp {
    std::string identifier;
    std::string name;
    std::optional<lookups::Reason> reason;  // none: what is public
};

Result<LookUp> read_look_up(const Request& request) {
    const auto body =
        TRY(read_body(request, {"identifier", "name", "purpose", "ground", "case", "officer"}));
    LookUp look_up;
    look_up.identifier = TRY(read_text(body, "identifier"));
    look_up.name = TRY(read_text_or_empty(body, "name"));
    if (!body.contains("purpose")) return look_up;
    lookups::Reason reason;
    reason.purpose = TRY(read_text(body, "purpose"));
    reason.ground = TRY(read_text_or_empty(body, "ground"));
    reason.case_number = TRY(read_text_or_empty(body, "case"));
    reason.officer = TRY(read_text_or_empty(body, "officer"));
    look_up.reason = std::move(reason);
    return look_up;
}

bool purpose_of_authority(const catalogue::Catalogue& catalogue, const lookups::Reason& reason,
                          const std::string& authority, Date day) {
    const auto* const purpose = catalogue.purposes.find(reason.purpose);
    if (purpose == nullptr || purpose->functions.empty()) return true;
    const auto office = catalogue.authorities.find(authority, day);
    return office && std::ranges::any_of(purpose->functions, [&](const std::string& function) {
               return (*office)->has_function(function);
           });
}

// personal-information-protection-law-2021 art. 6: for a purpose, on a ground, in a case, by
// someone.
Grounds judge_reason(const catalogue::Catalogue& catalogue, const access::Principal& caller,
                     const lookups::Reason& reason, Date day) {
    Grounds grounds =
        catalogue.purposes.refusals(reason.purpose, reason.ground, access::id_of(caller.role), day);
    require(grounds, purpose_of_authority(catalogue, reason, caller.authority, day),
            "publicity.purpose_not_for_authority");
    judge_case(grounds, reason, day);
    return grounds;
}

Result<publicity::SubjectView> view_for(Context& context, const publicity::ViewRequest& asked) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    return publicity::view_subject(*lease, context.desk.catalogue(), context.desk.law(), asked);
}

Result<Response> answer_with_rights(const Request& request, Context& context, const LookUp& look_up,
                                    const lookups::Reason& reason) {
    const Date day = day_of(request.received_at);
    TRY(access::authorise(request.caller, "look_up_subject_with_rights", request.caller.authority,
                          reason.purpose));
    auto grounds = judge_reason(context.desk.catalogue(), request.caller, reason, day);
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto subject =
        TRY(asked_subject(context, look_up.identifier, day, "publicity.alias_unknown"));
    const auto view = TRY(view_for(context, {.subject = subject,
                                             .name = look_up.name,
                                             .viewer = publicity::Viewer::Authority,
                                             .day = day}));
    auto lookup = lookup_of(request, subject, reason);
    auto answer = subject_answer(view, day, false);
    tell_successions(answer, context, view);
    answer["receipt"] = lookup.id;
    auto response = json_response(answer);
    lookup.shown = ids_shown(view);
    lookup.digest = crypto::sha256(bytes_of(response.body));
    // The look-up is durable before the answer leaves.
    TRY(record_lookup(context, std::move(lookup)));
    return response;
}

Result<Response> look_up_subject(const Request& request, Context& context) {
    const auto look_up = TRY(read_look_up(request));
    if (look_up.reason) {
        return answer_with_rights(request, context, look_up, *look_up.reason);
    }
    TRY(access::authorise(request.caller, "look_up_subject", {}));
    const Date day = day_of(request.received_at);
    const auto subject =
        TRY(asked_subject(context, look_up.identifier, day, "publicity.alias_unknown"));
    const auto view = TRY(view_for(context, {.subject = subject,
                                             .name = look_up.name,
                                             .viewer = publicity::Viewer::Public,
                                             .day = day}));
    auto answer = subject_answer(view, day, true);
    tell_successions(answer, context, view);
    return json_response(answer);
}

}  // namespace

std::span<const Operation> subject_operations() {
    static const std::array operations{Operation{.id = "look_up_subject",
                                                 .method = Method::Post,
                                                 .path = "/v1/subjects/lookup",
                                                 .pool = Pool::Fast,
                                                 .body = BodyKind::Json,
                                                 .token = Token::Optional,
                                                 .handler = look_up_subject}};
    return operations;
}

}  // namespace credit::http
