#include "lists/step.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "ledger/steps/running.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lookups/correction.h"
#include "notices/record_service.h"
#include "sql/session.h"

namespace credit::lists {

JsonObject body_of(const Step& step) {
    JsonObject body{{"listing", to_json(step.listing)}, {"running", ledger::to_json(step.running)}};
    if (!step.said.empty()) body["said"] = step.said;
    if (!step.told.empty()) body["told"] = step.told;
    if (step.service) body["service"] = notices::to_json(*step.service);
    return body;
}

ledger::Draft draft_of(const Step& step) {
    return {.kind = std::string(step.kind),
            .home_key = step.listing.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body_of(step))};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    return apply_body(session, act, body);
}

Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    const auto* const object = TRY(read_object(body, "listing"));
    const auto listing = TRY(read_listing(*object));
    ListingRegister listings(session);
    TRY(listings.save(listing));
    TRY(listings.save_step(listing, act.id, act.kind, act.occurred_on));
    TRY(ledger::clear_clocks_about(session, listing.subject_key, listing.listing_id, "", act.id));
    const auto* const running = TRY(read_array(body, "running"));
    TRY(ledger::begin_clocks(
        session, act, {.home_key = listing.subject_key, .id = listing.listing_id}, *running));
    if (body.contains("told")) {
        const auto* const told = TRY(read_array(body, "told"));
        TRY(lookups::apply_told(session, act, listing.listing_id, *told));
    }
    return notices::apply_service(session, act);
}

Result<Found> find_listing(const access::Occasion& occasion, std::string_view subject_key,
                           std::string_view listing_id) {
    auto listing = TRY(ListingRegister(occasion.session).find(subject_key, listing_id));
    const auto* const standard = occasion.catalogue.standards.find(listing.standard);
    CHECK(standard != nullptr);
    return Found{.listing = std::move(listing), .standard = *standard};
}

void require_state(Grounds& grounds, const Listing& listing, std::initializer_list<State> states) {
    require(grounds, std::ranges::find(states, listing.state) != states.end(), "lists.out_of_order",
            {std::string(name_of(listing.state))});
}

void require_competence(Grounds& grounds, const access::Occasion& occasion,
                        const catalogue::ListStandard& standard) {
    const auto authority =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    // Levels go from the nation down; 县级以上 means this level or a higher one.
    const bool competent =
        authority && (*authority)->level <= standard.lowest_level &&
        std::ranges::any_of(standard.functions, [&](const std::string& function) {
            return (*authority)->has_function(function);
        });
    require(grounds, competent, "lists.authority_not_competent");
}

void require_own(Grounds& grounds, const access::Occasion& occasion, const Listing& listing) {
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, listing.authority),
        "lists.not_your_listing");
}

}  // namespace credit::lists
