#include "repair/acts/open_sealed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/one_item.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "records/record.h"
#include "records/record_register.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::repair {
namespace {

bool sealed(State state) {
    return state == State::Granted || state == State::Shielded;
}

JsonObject content_of(const records::Record& record) {
    JsonObject content{{"record", record.record_id},
                       {"kind", record.kind},
                       {"authority", record.authority},
                       {"document_number", record.document_number},
                       {"decided_on", calendar::to_text(record.decided_on)}};
    auto body = parse_object(record.body);
    if (body) content["content"] = *std::move(body);
    return content;
}

// Without saying whose it is.
JsonObject without_subject(JsonObject object) {
    object.erase("subject");
    return object;
}

}  // namespace

Result<ledger::Draft> open_sealed(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view case_id, const OpeningRequest& request) {
    TRY(access::authorise(occasion.principal, "open_sealed", occasion.principal.authority));
    const auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    Grounds grounds;
    require(grounds, sealed(repair.state), "repair.not_sealed");
    require_own(grounds, occasion, repair);
    require(grounds, !request.reason.empty(), "repair.reasons_missing");
    const auto citation = law::parse_citation(request.ground);
    require(grounds, occasion.law.instrument(citation.instrument) != nullptr,
            "repair.ground_unknown");
    require_no_person(grounds, {request.reason}, occasion.day);
    if (!grounds.empty()) return refuse(std::move(grounds));

    const JsonObject body{{"case", repair.case_id},  {"item_kind", name_of(repair.item_kind)},
                          {"item", repair.item_id},  {"authority", occasion.principal.authority},
                          {"outcome", "opened"},     {"reasons", request.reason},
                          {"ground", request.ground}};
    return ledger::Draft{.kind = "repair.open_sealed",
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_open_sealed(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    Opening opening{.act_id = act.id, .opened_on = act.occurred_on};
    opening.case_id = TRY(read_text(body, "case"));
    opening.authority = TRY(read_text(body, "authority"));
    opening.reason = TRY(read_text(body, "reasons"));
    opening.ground = TRY(read_text(body, "ground"));
    return RepairRegister(session).save_opening(act.home_key, opening);
}

Result<std::optional<std::string>> sealing_case(sql::Session& session,
                                                const lists::Listing& listing) {
    const bool repaired = listing.state == lists::State::Ended && listing.ended_as == "repaired";
    if (!repaired && !listing.held_by) return std::nullopt;
    const auto ids = TRY(lists::one_item(session, listing.subject_key, listing.listing_id));
    for (const auto& repair : TRY(RepairRegister(session).of_subject(listing.subject_key))) {
        const bool hides = repair.state == State::Shielded && repair.decided_by == listing.held_by;
        const bool ended = repaired && repair.state == State::Granted &&
                           std::ranges::find(ids, repair.item_id) != ids.end();
        if (hides || ended) return repair.case_id;
    }
    return std::nullopt;
}

Result<JsonObject> sealed_content(sql::Session& session, std::string_view subject_key,
                                  std::string_view case_id) {
    const auto repair = TRY(RepairRegister(session).find(subject_key, case_id));
    switch (repair.item_kind) {
        case ItemKind::Record: {
            const auto record =
                TRY(records::RecordRegister(session).find(subject_key, repair.item_id));
            return content_of(record);
        }
        case ItemKind::Listing: {
            const auto listing =
                TRY(lists::ListingRegister(session).find(subject_key, repair.item_id));
            return without_subject(lists::to_json(listing));
        }
        case ItemKind::Order: {
            const auto order =
                TRY(measures::OrderRegister(session).find(subject_key, repair.item_id));
            return without_subject(measures::to_json(order));
        }
    }
    std::unreachable();
}

}  // namespace credit::repair
