#include "desk/recounts/recount_days.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "complaints/recount_acceptance.h"
#include "desk/desk.h"
#include "desk/open_register.h"
#include "desk/recounts/loaded_calendar.h"
#include "desk/recounts/recount_telling.h"
#include "execution/recount_task.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "lists/days/recount_listing.h"
#include "lookups/questions/recount_question.h"
#include "objections/recount_answer.h"
#include "repair/acts/recount_case.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::int64_t days_at_once = 500;

using Anew = Result<ledger::Draft> (*)(const access::Occasion&, const ledger::StatutoryClock&,
                                       const ledger::Recount&);
struct Counting {
    std::string_view clock;
    Anew decide;
};
// Clocks of working days; the others run by the calendar of months and days.
constexpr std::array all{
    Counting{.clock = "complaints.acceptance", .decide = complaints::recount_acceptance},
    Counting{.clock = "execution.response", .decide = execution::recount_task},
    Counting{.clock = "lists.defence_window", .decide = lists::recount_window},
    Counting{.clock = "lists.expiry", .decide = lists::recount_term},
    Counting{.clock = "lookups.question", .decide = lookups::recount_question},
    Counting{.clock = "objections.answer", .decide = objections::recount_answer},
    Counting{.clock = "repair.acceptance", .decide = repair::recount_case},
    Counting{.clock = "repair.holders", .decide = repair::recount_case},
    Counting{.clock = "repair.reevaluation", .decide = repair::recount_case},
    Counting{.clock = "repair.result", .decide = repair::recount_case},
};

// What is gone has no day: it is left as it stands.
Result<ledger::Draft> left_where_gone(Result<ledger::Draft> draft) {
    if (draft || draft.error().code != ErrorCode::NotFound) return draft;
    return refuse({{.word = "ledger.day_stands"}});
}

// Nothing to do is no failure.
Result<void> unless_refused(const Result<ledger::Act>& act) {
    if (act || act.error().code == ErrorCode::Refused) return {};
    return std::unexpected(act.error());
}

class Recounting {
public:
    Recounting(Desk& desk, const Caller& caller, ledger::Recount recount, Date first_day)
        : desk_(desk), caller_(caller), recount_(std::move(recount)), first_day_(first_day) {}

    Result<void> clocks() {
        for (std::int64_t bucket = 0; bucket < ledger::buckets; ++bucket) TRY(clocks_of(bucket));
        return {};
    }

    Result<void> tellings() {
        std::optional<TellingPlace> after;
        for (;;) {
            std::vector<TellingPlace> page;
            {
                auto lease = TRY(desk_.pool().lease(sql::Access::Read));
                page = TRY(tellings_to_recount(
                    *lease,
                    {.first_day = first_day_, .set_before = recount_.since, .after = after}));
            }
            if (page.empty()) return {};
            after = page.back();
            std::vector<Work> works;
            works.reserve(page.size());
            for (const auto& place : page) {
                works.push_back({.home_key = place.subject_key,
                                 .decide = [this, &place](const access::Occasion& occasion) {
                                     return recount_telling(occasion, place, recount_);
                                 }});
            }
            TRY(desk_.perform_together(caller_, works));
        }
    }

private:
    Result<void> clocks_of(std::int64_t bucket) {
        ledger::SetQuery query{.bucket = bucket,
                               .first_day = first_day_,
                               .set_before = recount_.since,
                               .limit = days_at_once};
        for (;;) {
            std::vector<ledger::StatutoryClock> page;
            {
                auto lease = TRY(desk_.pool().lease(sql::Access::Read));
                page = TRY(ledger::clocks_set_before(*lease, query));
            }
            if (page.empty()) return {};
            query.after = page.back();
            TRY(perform(page));
        }
    }

    Result<void> perform(const std::vector<ledger::StatutoryClock>& page) {
        std::vector<Work> works;
        for (const auto& clock : page) {
            const auto* const found = std::ranges::find(all, clock.kind, &Counting::clock);
            if (found == all.end()) continue;
            const auto decide = found->decide;
            works.push_back({.home_key = clock.subject_key,
                             .decide = [this, &clock, decide](const access::Occasion& occasion) {
                                 return left_where_gone(decide(occasion, clock, recount_));
                             }});
        }
        if (works.empty()) return {};
        TRY(desk_.perform_together(caller_, works));
        return {};
    }

    Desk& desk_;
    const Caller& caller_;
    ledger::Recount recount_;
    Date first_day_;
};

Result<LoadedCalendars> loaded(Desk& desk) {
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    return loaded_calendars(*lease, desk.law());
}

Result<void> count_all_anew(Desk& desk, const Caller& caller, const LoadedCalendars& calendars) {
    ledger::Recount recount{
        .before = calendar::WorkingCalendar(calendars.before.years),
        .now = calendar::WorkingCalendar(calendars.newest.years),
        .notices = notices_between(calendars.before.years, calendars.newest.years),
        .since = calendars.newest.act_id};
    const auto first_day = ledger::first_difference(recount.before, recount.now);
    if (!first_day) return {};
    Recounting recounting(desk, caller, std::move(recount), *first_day);
    TRY(recounting.clocks());
    return recounting.tellings();
}

// Goes on where an earlier start was stopped.
Result<void> go_on(Desk& desk, const Caller& caller) {
    const auto calendars = TRY(loaded(desk));
    if (calendars.newest.complete) return {};
    TRY(count_all_anew(desk, caller, calendars));
    return unless_refused(desk.perform(caller, register_home_key, finish_recount));
}

}  // namespace

Result<void> recount_days(Desk& desk, const Caller& caller) {
    TRY(go_on(desk, caller));
    const auto calendars = TRY(loaded(desk));
    if (!is_news(calendars.newest, desk.law())) return {};
    TRY(unless_refused(desk.perform(caller, register_home_key, load_calendar)));
    return go_on(desk, caller);
}

}  // namespace credit::desk
