#include "execution/start_action.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "execution/execution.h"
#include "execution/execution.sql.h"
#include "execution/execution_register.h"
#include "execution/implementers.h"
#include "execution/item_state.h"
#include "execution/record_outcome.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::execution {
namespace {

constexpr std::string_view origin = "listing";

std::vector<Duty> duties_of(const lists::Listing& listing,
                            const std::vector<const catalogue::Measure*>& measures) {
    std::vector<Duty> duties;
    duties.reserve(measures.size());
    for (const auto* measure : measures) {
        duties.push_back({.item_id = listing.listing_id,
                          .decided_by = listing.authority,
                          .measure = measure->id,
                          .mandatory = measure->obligation == catalogue::Obligation::Mandatory});
    }
    return duties;
}

// The article of their clock, and the tasks.
Result<JsonObject> opened(const access::Occasion& occasion, const lists::Listing& listing,
                          const Tasks& its, std::string_view suffix) {
    const auto* const parameter = TRY(occasion.law.parameter("execution.response", occasion.day));
    const auto period = TRY(occasion.law.period("execution.response", occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, occasion.day);
    JsonArray tasks;
    for (const auto& [authority, measures] : its) {
        tasks.push_back(to_json(
            Execution{.subject_key = listing.subject_key,
                      .execution_id = listing.listing_id + "-" + authority + std::string(suffix),
                      .origin = std::string(origin),
                      .authority = authority,
                      .opened_on = occasion.day,
                      .due_on = due.day,
                      .provisional = due.provisional,
                      .duties = duties_of(listing, measures)}));
    }
    return JsonObject{{"article", law::to_text(parameter->citation)}, {"tasks", std::move(tasks)}};
}

}  // namespace

Result<std::vector<ListingPlace>> not_started(sql::Session& session, Date day,
                                              const ListingPlace& after, std::int64_t limit) {
    std::vector<ListingPlace> places;
    for (const auto& row : TRY(session.query(statements::not_started,
                                             {day, after.subject_key, after.listing_id, limit}))) {
        places.push_back({.subject_key = row.text(0), .listing_id = row.text(1)});
    }
    return places;
}

Result<ledger::Draft> start_action(const access::Occasion& occasion, const ListingPlace& place) {
    const auto& [subject_key, listing_id] = place;
    const auto listing =
        TRY(lists::ListingRegister(occasion.session).find(subject_key, listing_id));
    Grounds grounds;
    require(grounds, listing.in_force(occasion.day), "execution.not_in_force");
    const auto started =
        TRY(occasion.session.find(statements::find_action, {subject_key, listing_id}));
    require(grounds, !started, "execution.started_already");
    if (!grounds.empty()) return refuse(std::move(grounds));

    auto body =
        TRY(opened(occasion, listing, tasks_of(occasion.catalogue, listing, occasion.day), ""));
    body["listing"] = listing_id;
    body["authority"] = listing.authority;
    return ledger::Draft{.kind = "execution.start_action",
                         .home_key = subject_key,
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_start_action(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto listing = TRY(read_text(body, "listing"));
    TRY(session.execute(statements::insert_action,
                        {act.home_key, listing, act.id, act.occurred_on}));
    return apply_tasks(session, act, body);
}

Result<JsonObject> further_tasks(const access::Occasion& occasion, const lists::Listing& listing,
                                 const Tasks& tasks) {
    return opened(occasion, listing, tasks, "-" + occasion.act_id);
}

Result<bool> is_started_before(sql::Session& session, const ListingPlace& place, Date day) {
    const auto row =
        TRY(session.find(statements::find_action, {place.subject_key, place.listing_id}));
    return row && row->date(1) < day;
}

Result<void> apply_tasks(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    const auto article = TRY(read_text(body, "article"));
    int ordinal = 0;
    for (const auto& each : *TRY(read_array(body, "tasks"))) {
        const auto task = TRY(read_execution(each.as_object()));
        TRY(open_task(session, act, task, {.ordinal = ++ordinal, .article = article}));
    }
    return {};
}

Result<ledger::Draft> accept_task(const access::Occasion& occasion, const Which& which) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "accept_task", authority));
    Step step{.kind = "execution.accept_task",
              .execution = TRY(
                  ExecutionRegister(occasion.session).find(which.subject_key, which.execution_id))};
    auto& task = step.execution;
    Grounds grounds;
    require(grounds, occasion.catalogue.authorities.succeeds(authority, task.authority),
            "execution.not_yours");
    require(grounds, task.origin == origin, "execution.no_task");
    require(grounds, !task.accepted_on, "execution.accepted_already");
    require(grounds, task.open(), "execution.answered_already");
    // luzhengfa-2017-44 item 19: repaired, removed or expired meanwhile, nothing is left to do.
    const auto item = TRY(state_of(occasion.session, task, task.duties.front()));
    require(grounds, !item.over(occasion.day), "execution.stale");
    if (!grounds.empty()) return refuse(std::move(grounds));
    task.accepted_on = occasion.day;
    TRY(run_to_outcome(occasion, step, occasion.day));
    return draft_of(step, occasion.day);
}

}  // namespace credit::execution
