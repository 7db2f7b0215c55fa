#include "desk/recounts/recount_telling.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "desk/recounts/calendar.sql.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/days/recount.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::desk {

namespace statements = recounts::statements;

namespace {

constexpr std::int64_t told_at_once = 500;

std::unexpected<Error> stands() {
    return refuse({{.word = "ledger.day_stands"}});
}

// Authorities told of a leak are given days of the calendar, and theirs are not a subject's acts.
bool counts_working_days(const TellingPlace& place) {
    return place.subject_key.starts_with('O') || place.subject_key.starts_with('P');
}

}  // namespace

Result<std::vector<TellingPlace>> tellings_to_recount(sql::Session& session,
                                                      const TellingQuery& query) {
    const auto& after = query.after;
    const auto rows = TRY(
        session.query(statements::tellings_to_recount,
                      {query.first_day, query.set_before, after ? after->due_on : query.first_day,
                       after ? after->distribution_id : std::string(),
                       after ? after->subject_key : std::string(), told_at_once}));
    std::vector<TellingPlace> places;
    places.reserve(rows.size());
    for (const auto& row : rows) {
        places.push_back({.subject_key = row.text(0),
                          .distribution_id = row.text(1),
                          .act_id = row.text(2),
                          .recipient_kind = row.text(3),
                          .recipient = row.text(4),
                          .about_id = row.text(5),
                          .what = row.text(6),
                          .due_on = row.date(7)});
    }
    return places;
}

Result<ledger::Draft> recount_telling(const access::Occasion& occasion, const TellingPlace& place,
                                      const ledger::Recount& recount) {
    if (!counts_working_days(place)) return stands();
    // Another node may have been faster.
    if (TRY(occasion.session.find(statements::find_recounted_since,
                                  {place.subject_key, place.distribution_id, recount.since}))) {
        return stands();
    }
    const auto told =
        TRY(occasion.session.find(statements::find_told_at, {place.subject_key, place.act_id}));
    if (!told) return stands();
    const auto recounted = count_anew(recount,
                                      {.start = day_of({told->integer(0)}),
                                       .last = place.due_on,
                                       .kinder = ledger::Kinder::Earlier},
                                      occasion.day);
    if (!recounted.moves()) return stands();
    return ledger::Draft{
        .kind = "desk.recount_telling",
        .home_key = place.subject_key,
        .occurred_on = occasion.day,
        .body = to_text(JsonObject{{"telling", place.distribution_id},
                                   {"recipient_kind", place.recipient_kind},
                                   {"recipient", place.recipient},
                                   {"about", place.about_id},
                                   {"what", place.what},
                                   {"from", calendar::to_text(recounted.from)},
                                   {"counted", calendar::to_text(recounted.counted)},
                                   {"to", calendar::to_text(recounted.to)},
                                   {"notices", recount.notices},
                                   {"calendar", recount.since}})};
}

Result<void> apply_recount_telling(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto telling = TRY(read_text(body, "telling"));
    const auto from = TRY(read_text(body, "from"));
    const auto to = TRY(read_text(body, "to"));
    TRY(session.execute(statements::move_telling, {act.home_key, telling, to}));
    TRY(session.execute(statements::insert_telling_recount,
                        {act.home_key, telling, act.id, from, to}));
    return ledger::tell(session, {.subject_key = act.home_key,
                                  .distribution_id = act.id + "-1",
                                  .act_id = act.id,
                                  .recipient_kind = TRY(read_text(body, "recipient_kind")),
                                  .recipient = TRY(read_text(body, "recipient")),
                                  .about_id = TRY(read_text(body, "about")),
                                  .what = "day_recounted",
                                  .urgent = true});
}

}  // namespace credit::desk
