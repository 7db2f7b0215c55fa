// Cards of leak incidents and of evidence: what is kept of them beside the register.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "foundation/clock.h"

namespace credit::simulation {

// One subject that an incident concerns.
struct ConcernCard {
    std::size_t subject = 0;
    bool told = false;  // else it is noted, while nobody need be told
    bool read = false;  // the subject confirmed that it read
};

struct IncidentCard {
    std::string id = {};
    std::string authority = {};  // that opened it
    Date report_due{};
    std::optional<Date> tell_due = {};
    bool report_runs = true;  // the clock
    bool tell_runs = true;    // likewise
    bool reported = false;
    bool excepted = false;  // measures avoid the harm
    bool ordered = false;   // to tell all the same
    bool completed = false;
    bool closed = false;
    std::vector<ConcernCard> concerned = {};

    bool must_tell() const { return !excepted || ordered; }
};

// A file that a subject gave.
struct EvidenceCard {
    std::string id = {};
    std::size_t subject = 0;
    std::string content = {};
    bool erased = false;
};

}  // namespace credit::simulation
