#include "http/inspections/looked_at.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/counter.h"
#include "checks/screening.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "inspections/draw.h"
#include "inspections/inspection_plan.h"
#include "inspections/plan_register.h"
#include "ledger/act.h"
#include "ledger/keys.h"
#include "lookups/lookup_batch.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

constexpr std::string_view purpose = "inspection";
constexpr std::size_t lines_named_max = 20;

JsonObject told_of(const inspections::Evaluation& evaluation) {
    JsonObject told{{"category", evaluation.category},
                    {"result", evaluation.result},
                    {"authority", evaluation.authority},
                    {"basis", evaluation.basis},
                    {"document_number", evaluation.document_number},
                    {"through_on", evaluation.through_on}};
    if (!evaluation.agreement.empty()) {
        told["decided_by"] = evaluation.decided_by;
        told["agreement"] = evaluation.agreement;
    }
    return told;
}

}  // namespace

Result<LookedAt> LookedAt::look(const Request& request, Context& context, const LookReason& reason,
                                const std::vector<std::string>& subject_keys) {
    auto screening = TRY(context.counter.screening({.principal = request.caller,
                                                    .matter = inspections::matter,
                                                    .purpose = purpose,
                                                    .ground = reason.ground,
                                                    .case_number = reason.case_number,
                                                    .officer = reason.officer,
                                                    .asked_at = request.received_at},
                                                   context.desk.identifiers()));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const Date day = day_of(request.received_at);
    LookedAt looked;
    looked.standings_.reserve(subject_keys.size());
    for (const auto& text : subject_keys) {
        const auto key = TRY(identity::SubjectKey::parse(text));
        looked.standings_.push_back({.subject_key = text,
                                     .following = screening.following(key),
                                     .evaluations = TRY(inspections::evaluations_of(
                                         *lease, context.desk.catalogue(), text, day))});
    }
    looked.hits_ = screening.hits();
    return looked;
}

Result<std::string> LookedAt::record(const Request& request, Context& context,
                                     const LookReason& reason) const {
    lookups::LookupBatch batch{.id = ledger::new_act_id(request.received_at),
                               .looked_at = request.received_at,
                               .account = request.caller.account,
                               .authority = request.caller.authority,
                               .reason = {.matter = std::string(inspections::matter),
                                          .purpose = std::string(purpose),
                                          .ground = reason.ground,
                                          .case_number = reason.case_number,
                                          .officer = reason.officer},
                               .keys = {},
                               .hits = hits_};
    batch.keys.reserve(standings_.size());
    for (const auto& standing : standings_) {
        batch.keys.push_back(
            lookups::digest_in_block(context.desk.keys().hmac, standing.subject_key));
    }
    auto lease = TRY(context.lookup_pools.table.lease(sql::Access::Write));
    TRY(lookups::record_batch(*lease, batch));
    return batch.id;
}

Result<std::vector<std::string>> organisations_in(const JsonArray& given, const Request& request,
                                                  const Context& context) {
    const auto& identifiers = context.desk.identifiers();
    const auto reading = identifiers.reading(day_of(request.received_at));
    std::vector<std::string> keys;
    keys.reserve(given.size());
    Grounds grounds;
    std::size_t line = 0;
    for (const auto& each : given) {
        ++line;
        if (!each.is_string()) {
            return fail(ErrorCode::InvalidInput, "json.wrong_type", {"organisations"});
        }
        const auto parsed = identity::parse_identifier(each.get_string(), reading);
        const auto key = parsed ? identifiers.key_of(*parsed) : std::nullopt;
        if (key && !key->of_person()) {
            keys.emplace_back(key->text());
        } else if (grounds.size() < lines_named_max) {
            grounds.push_back(
                {.word = "inspections.not_an_organisation", .arguments = {std::to_string(line)}});
        }
    }
    if (!grounds.empty()) return refuse(std::move(grounds));
    return keys;
}

Result<JsonObject> told_of(const inspections::Standing& standing) {
    JsonArray duties;
    for (const auto& each : standing.following) {
        auto duty = TRY(parse_object(each.duty));
        duty["item"] = each.item;
        duty["incentive"] = each.incentive;
        duties.push_back(std::move(duty));
    }
    JsonArray evaluations;
    for (const auto& each : standing.evaluations) evaluations.push_back(told_of(each));
    return JsonObject{{"organisation", standing.subject_key.substr(1)},
                      {"duties", std::move(duties)},
                      {"evaluations", std::move(evaluations)}};
}

}  // namespace credit::http
