// What happens in a simulated year, one thing at a time. Each draws what it does from the seed,
// asks the register, and compares the answer with the card index; it returns what went otherwise,
// or nothing.

#pragma once

#include <cstddef>
#include <string>

#include "simulation/world.h"

namespace credit::simulation {

using Finding = std::string;

// A subject becomes known by its first record; permits and penalties follow.
Finding file_records(World& world);
Finding file_first_records(World& world);

Finding propose_listing(World& world);
// The next step on some listing: mostly the one that is due, sometimes any.
Finding go_on_with_listing(World& world);

Finding record_order(World& world);
Finding go_on_with_order(World& world);

// A subject, or an office for it, objects to a listing or an order; somebody answers.
Finding file_objection(World& world);
Finding go_on_with_objection(World& world);
// A subject complains of a unit, at times of wrong information with it; it is decided at once.
Finding complain(World& world);
// A subject, or a window for it, applies for repair; somebody goes on with a case.
Finding apply_for_repair(World& world);
Finding go_on_with_repair(World& world);
// A record is taken back; what ended is filed again, as systems do that send everything every
// night.
Finding withdraw_record(World& world);
Finding file_ended_again(World& world);
// A corrected row takes the place of a record.
Finding file_corrected_row(World& world);
// The content of a record is taken out.
Finding erase_record(World& world);
// What may be told to nobody any more is erased by the register itself.
Finding erase_expired(World& world);
// What takes force sets authorities to work; one of them accepts, executes or says why not.
Finding start_actions(World& world);
Finding go_on_with_task(World& world);
// A subject asks whether a look-up was allowed; the authority answers.
Finding ask_about_lookup(World& world);
// A leak is found; somebody goes on with one, or a subject reads of it.
Finding open_incident(World& world);
Finding go_on_with_incident(World& world);
// A subject gives a file; somebody reads one, or it is taken out.
Finding give_evidence(World& world);
Finding handle_evidence(World& world);
// An office looks at what waits there, also from before it took over another's work.
Finding see_what_waits(World& world);
// A paper turns out not to have arrived.
Finding record_failed_service(World& world);
// What falls due by the calendar, performed by the register itself.
Finding let_what_is_due_happen(World& world);

Finding ask_at_counter(World& world, std::size_t subject);
Finding look_up_as_public(World& world, std::size_t subject);
Finding look_up_as_authority(World& world, std::size_t subject);

// Time passes: minutes, days, years, to the edge of a period.
void let_time_pass(World& world);
Finding turn_clock_back(World& world);

}  // namespace credit::simulation
