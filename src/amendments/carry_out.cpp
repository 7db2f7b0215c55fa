#include "amendments/carry_out.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "amendments/amendment.h"
#include "amendments/amendment.sql.h"
#include "amendments/amendment_register.h"
#include "amendments/trial.h"
#include "execution/implementers.h"
#include "execution/start_action.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/end_listing.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/step.h"
#include "sql/session.h"

namespace credit::amendments {
namespace {

using execution::ListingPlace;

Result<Likeness> likeness_of(sql::Session& session, const lists::Listing& listing) {
    const auto adopted =
        TRY(session.find(statements::is_adopted, {listing.subject_key, listing.listing_id}));
    return Likeness{.standard = listing.standard,
                    .category = listing.category,
                    .authority = listing.authority,
                    .adopted = adopted.has_value()};
}

// Of the tasks under the new catalogue, those that begin with the amendment.
execution::Tasks begun(const Trial& trial, const lists::Listing& listing,
                       const Difference& difference) {
    execution::Tasks tasks;
    for (const auto& [authority, measures] :
         execution::tasks_of(trial.after(), listing, trial.day())) {
        for (const auto* const measure : measures) {
            const Change change{.at = authority, .measure = measure->id, .begins = true};
            if (std::ranges::find(difference.tasks, change) == difference.tasks.end()) continue;
            tasks[authority].push_back(measure);
        }
    }
    return tasks;
}

Result<JsonObject> body_of(const access::Occasion& occasion, const Trial& trial,
                           const lists::Listing& listing, const Difference& difference,
                           const FindReached& find_reached) {
    const ListingPlace place{.subject_key = listing.subject_key, .listing_id = listing.listing_id};
    if (difference.ends) {
        const auto reached = TRY(find_reached(occasion.session, place));
        return lists::ended_with_standard(occasion, listing.subject_key, listing.listing_id,
                                          trial.day(), reached);
    }
    const auto tasks = begun(trial, listing, difference);
    const auto started = TRY(execution::is_started_before(occasion.session, place, trial.day()));
    if (tasks.empty() || !started) return JsonObject{};
    return execution::further_tasks(occasion, listing, tasks);
}

}  // namespace

Result<std::vector<ListingPlace>> not_touched(sql::Session& session, const Trial& trial,
                                              std::string_view standard, const ListingPlace& after,
                                              std::int64_t limit) {
    std::vector<ListingPlace> places;
    for (const auto& row :
         TRY(session.query(statements::not_touched,
                           {trial.id(), standard, after.subject_key, after.listing_id, limit}))) {
        places.push_back({.subject_key = row.text(0), .listing_id = row.text(1)});
    }
    return places;
}

Result<ledger::Draft> touch_listing(const access::Occasion& occasion, Trial& trial,
                                    const ListingPlace& place, const FindReached& find_reached) {
    const auto listing =
        TRY(lists::ListingRegister(occasion.session).find(place.subject_key, place.listing_id));
    const auto likeness = TRY(likeness_of(occasion.session, listing));
    const auto& difference = trial.difference(likeness);
    const auto last = listing.last_day();
    const auto done = TRY(AmendmentRegister(occasion.session)
                              .has_row(place.subject_key, trial.id(), place.listing_id));
    Grounds grounds;
    require(grounds, occasion.day >= trial.day(), "amendments.not_yet");
    require(grounds, !done, "amendments.touched_already");
    require(grounds,
            listing.state == lists::State::InForce && (!last || *last >= trial.day()) &&
                difference.any(),
            "amendments.not_touched");
    if (!grounds.empty()) return refuse(std::move(grounds));
    auto body = TRY(body_of(occasion, trial, listing, difference, find_reached));
    body["amendment"] = trial.id();
    body["row"] = row_of(likeness, listing.listing_id, difference);
    return ledger::Draft{
        .kind = difference.ends ? "amendments.end_listing" : "amendments.touch_listing",
        .home_key = listing.subject_key,
        .occurred_on = trial.day(),
        .body = to_text(body)};
}

Result<void> apply_touch_listing(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    if (body.contains("listing")) TRY(lists::apply_body(session, act, body));
    if (body.contains("tasks")) TRY(execution::apply_tasks(session, act, body));
    const auto* const row = TRY(read_object(body, "row"));
    const TouchedRow touched{.subject_key = act.home_key,
                             .amendment_id = TRY(read_text(body, "amendment")),
                             .listing_id = TRY(read_text(*row, "listing")),
                             .standard = TRY(read_text(*row, "standard")),
                             .facts = to_text(*row)};
    return AmendmentRegister(session).save(touched);
}

Result<ledger::Draft> complete_amendment(const access::Occasion& occasion, std::string_view id,
                                         JsonObject report) {
    auto amendment = TRY(AmendmentRegister(occasion.session).find(id));
    Grounds grounds;
    require(grounds, amendment.state == "approved", "amendments.not_approved");
    if (!grounds.empty()) return refuse(std::move(grounds));
    amendment.state = "completed";
    amendment.completed_on = occasion.day;
    const JsonObject body{{"amendment", to_json(amendment)}, {"report", std::move(report)}};
    return ledger::Draft{.kind = "amendments.complete_amendment",
                         .home_key = std::string(catalogue_home),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

}  // namespace credit::amendments
