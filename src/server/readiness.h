// Readiness (就绪): what must be well for the register to be asked.

#pragma once

#include "desk/clerk/clerk.h"
#include "desk/clerk/time_watch.h"
#include "desk/follower.h"
#include "foundation/clock.h"
#include "http/context.h"
#include "law/library.h"
#include "log/sequencer_thread.h"
#include "lookups/blocks/lookup_writer.h"
#include "sql/pool.h"

namespace credit::server {

// All that a check is given must outlive it.

// The store answers, and the register is in it.
http::ReadinessCheck store_check(sql::Pool& pool);
// The time can be believed.
http::ReadinessCheck clock_check(const desk::TimeWatch& watch, const Clock& clock);
// This year's notice is in the calendar; told only, since a provisional day says so itself.
http::ReadinessCheck calendar_check(const law::Library& law, const Clock& clock);
// Acts get their numbers, and the log is published.
http::ReadinessCheck log_check(const log::SequencerThread& sequencer);
// Look-ups become durable, without which no check is answered.
http::ReadinessCheck lookups_check(const lookups::LookupWriter& writer);
// What falls due is performed.
http::ReadinessCheck clerk_check(const desk::Clerk& clerk);
// What other nodes performed is known here.
http::ReadinessCheck follower_check(const desk::Follower& follower);

}  // namespace credit::server
