#include "server/readiness.h"

#include <optional>
#include <utility>

#include "desk/clerk/clerk.h"
#include "desk/clerk/time_watch.h"
#include "desk/follower.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "law/library.h"
#include "ledger/moves/store_move.h"
#include "log/sequencer_thread.h"
#include "lookups/blocks/lookup_writer.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {
namespace {

Result<void> reach(sql::Pool& pool) {
    const auto lease = TRY(pool.lease(sql::Access::Read));
    TRY(desk::purpose_of(*lease));
    TRY(ledger::expect_not_moved(*lease));
    return {};
}

Grounds grounds_of(std::optional<Error> failure) {
    return failure ? std::move(failure)->grounds : Grounds{};
}

}  // namespace

http::ReadinessCheck store_check(sql::Pool& pool) {
    return {.name = "store", .judge = [&pool] {
                const auto reached = reach(pool);
                return reached ? Grounds{} : reached.error().grounds;
            }};
}

http::ReadinessCheck clock_check(const desk::TimeWatch& watch, const Clock& clock) {
    return {.name = "clock", .judge = [&] {
                const auto believed = watch.believe(clock.now());
                return believed ? Grounds{} : believed.error().grounds;
            }};
}

http::ReadinessCheck calendar_check(const law::Library& law, const Clock& clock) {
    return {.name = "calendar",
            .judge =
                [&] {
                    if (law.calendar().is_known(day_of(clock.now()))) return Grounds{};
                    return Grounds{{.word = "law.calendar_provisional"}};
                },
            .weight = http::Weight::Told};
}

http::ReadinessCheck log_check(const log::SequencerThread& sequencer) {
    return {.name = "log", .judge = [&sequencer] { return grounds_of(sequencer.failure()); }};
}

http::ReadinessCheck lookups_check(const lookups::LookupWriter& writer) {
    return {.name = "lookups", .judge = [&writer] { return grounds_of(writer.failure()); }};
}

http::ReadinessCheck clerk_check(const desk::Clerk& clerk) {
    return {.name = "clerk", .judge = [&clerk] { return clerk.judge(); }};
}

http::ReadinessCheck follower_check(const desk::Follower& follower) {
    return {.name = "other_nodes", .judge = [&follower] { return follower.judge(); }};
}

}  // namespace credit::server
