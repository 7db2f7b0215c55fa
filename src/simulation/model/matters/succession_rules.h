// Succession of authorities (职责承继), read plainly: what was open at one that was dissolved is
// with whoever took over its work.
//
// Law: sd-social-credit-regulation-2020 art. 16 — who provides information answers for it, and so
//      does who took over its work

#pragma once

#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "simulation/model/plain_law.h"

namespace credit::simulation {

// One that is dissolved within the first weeks of some of the simulated years.
inline constexpr std::string_view dissolved_office = "SD-CBIRC";

// Who answers for the authority on that day: itself, or whoever took over its work.
std::string answering(const PlainLaw& law, std::string_view code, Date day);
// Whether one is the other, or took over its work, at once or in steps.
bool took_over(const PlainLaw& law, std::string_view code, std::string_view from);

}  // namespace credit::simulation
