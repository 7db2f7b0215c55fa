#include "desk/matters/application_objections.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/file_objection.h"
#include "objections/objection.h"
#include "objections/step.h"
#include "repair/acts/offer_objection.h"
#include "repair/item.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::string_view closed_case = "repair";

std::vector<objections::Point> points_of(const std::vector<repair::OfferedPoint>& offered) {
    std::vector<objections::Point> points;
    points.reserve(offered.size());
    for (const auto& each : offered) {
        points.push_back({.aspect = each.aspect, .said = each.said, .finding = {}, .reasons = {}});
    }
    return points;
}

objections::Filing filing_of(const access::Occasion& occasion, const ConsentToObjection& consent,
                             const repair::TakenAsObjection& taken) {
    objections::Filing filing{.about_id = taken.item_id,
                              .authorisation = {},
                              .points = consent.points,
                              .files = consent.files,
                              .source = {}};
    switch (taken.item_kind) {
        case repair::ItemKind::Record:
            filing.about = objections::About::Record;
            break;
        case repair::ItemKind::Listing:
            filing.about = objections::About::Listing;
            break;
        case repair::ItemKind::Order:
            filing.about = objections::About::Order;
            break;
    }
    if (filing.points.empty()) filing.points = points_of(taken.points);
    if (occasion.principal.role != access::Role::Subject) {
        filing.filer = objections::Filer::Representative;
    }
    if (consent.authorisation) filing.authorisation = consent.authorisation->number;
    return filing;
}

}  // namespace

Result<ledger::Draft> offer_objection(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view case_id,
                                      const repair::ObjectionOffer& offer) {
    auto draft = repair::offer_objection(occasion, subject_key, case_id, offer);
    if (!draft && draft.error().code != ErrorCode::Refused) return draft;
    Grounds grounds;
    if (!draft) grounds = draft.error().grounds;
    objections::require_points(grounds, points_of(offer.points));
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft;
}

Result<ledger::Draft> consent_to_objection(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const ConsentToObjection& consent) {
    TRY(access::authorise(occasion.principal, "consent_to_objection",
                          occasion.principal.authority));
    const auto taken =
        TRY(repair::take_as_objection(occasion, subject_key, case_id, consent.authorisation));
    auto draft =
        TRY(objections::file_objection(occasion, subject_key, filing_of(occasion, consent, taken)));
    auto body = TRY(parse_object(draft.body));
    body[closed_case] = taken.body;
    draft.body = to_text(body);
    return draft;
}

Result<void> apply_file_objection(sql::Session& session, const ledger::Act& act) {
    TRY(objections::apply_step(session, act));
    const auto body = TRY(parse_object(act.body));
    if (!body.contains(closed_case)) return {};
    return repair::apply_body(session, act, *TRY(read_object(body, closed_case)));
}

}  // namespace credit::desk
