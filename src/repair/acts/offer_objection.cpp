#include "repair/acts/offer_objection.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/withdraw_application.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::repair {
namespace {

constexpr std::string_view offered = "objection_offered";

// Who decides it, or the acceptance point that took it.
bool handles(const access::Occasion& occasion, const RepairCase& repair) {
    const auto& authorities = occasion.catalogue.authorities;
    const auto& caller = occasion.principal.authority;
    return authorities.succeeds(caller, repair.authority) ||
           (!repair.filed_at.empty() && authorities.succeeds(caller, repair.filed_at));
}

Grounds judge(const access::Occasion& occasion, const RepairCase& repair,
              const ObjectionOffer& offer) {
    Grounds grounds;
    require_state(grounds, repair, {State::Applied, State::Accepted});
    require(grounds, handles(occasion, repair), "repair.not_your_case");
    require(grounds, !offer.reasons.empty(), "repair.reasons_missing");
    require_no_person(grounds, {offer.reasons}, occasion.day);
    return grounds;
}

JsonArray points_json(const std::vector<OfferedPoint>& points) {
    JsonArray array;
    for (const auto& point : points) {
        array.push_back(JsonObject{{"aspect", point.aspect}, {"said", point.said}});
    }
    return array;
}

// Of the newest offer; none where there was none.
Result<std::vector<OfferedPoint>> points_offered(sql::Session& session, const RepairCase& repair) {
    std::vector<OfferedPoint> points;
    for (const auto& step : TRY(RepairRegister(session).steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        const auto outcome = TRY(read_optional_text(told, "outcome"));
        if (outcome != offered) continue;
        points.clear();
        for (const auto& each : *TRY(read_array(told, "points"))) {
            const auto& object = each.as_object();
            points.push_back({.aspect = TRY(read_text(object, "aspect")),
                              .said = TRY(read_text(object, "said"))});
        }
    }
    return points;
}

Result<Step> step_about_item(const access::Occasion& occasion, std::string_view kind,
                             RepairCase repair) {
    const auto item = TRY(find_sealed_item(reading_of(occasion), repair.subject_key,
                                           repair.item_kind, repair.item_id));
    Step step{.kind = kind, .repair = std::move(repair), .happened_on = occasion.day};
    step.told["about"] = about_json(item);
    step.repair.item_id = item.item_id;
    return step;
}

}  // namespace

Result<ledger::Draft> offer_objection(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view case_id,
                                      const ObjectionOffer& offer) {
    TRY(access::authorise(occasion.principal, "offer_objection", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, offer);
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step = TRY(step_about_item(occasion, "repair.offer_objection", std::move(repair)));
    step.told["outcome"] = offered;
    step.told["points"] = points_json(offer.points);
    step.told["reasons"] = offer.reasons;
    // Who offers gains no days by it: the clocks of the case run on.
    step.clears = "none";
    return draft_of(step);
}

Result<TakenAsObjection> take_as_objection(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const std::optional<Authorisation>& authorisation) {
    const bool other = occasion.principal.role == access::Role::Subject &&
                       occasion.principal.subject_key != subject_key;
    if (other) return fail(ErrorCode::NotFound, "repair.no_such_case");
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto points = TRY(points_offered(occasion.session, repair));
    Grounds grounds;
    require_state(grounds, repair, {State::Applied, State::Accepted});
    require(grounds, !points.empty(), "repair.nothing_offered");
    require(grounds, brought_by(occasion, repair), "repair.not_brought_by_you");
    require_authorisation(grounds, occasion, authorisation);
    if (authorisation) require_no_person(grounds, {authorisation->number}, occasion.day);
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto step = TRY(step_about_item(occasion, {}, std::move(repair)));
    step.told["outcome"] = "taken_as_objection";
    if (authorisation) step.said["authorisation"] = to_json(*authorisation);
    step.repair.state = State::TakenAsObjection;
    step.repair.decided_on = occasion.day;
    step.repair.overdue_on.reset();
    step.tellings = {{.kind = "authority",
                      .code = step.repair.authority,
                      .about_id = step.repair.case_id,
                      .what = "repair_taken_as_objection",
                      .urgent = true}};
    return TakenAsObjection{.body = body_of(step),
                            .item_kind = step.repair.item_kind,
                            .item_id = step.repair.item_id,
                            .points = std::move(points)};
}

}  // namespace credit::repair
