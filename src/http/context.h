// What handlers reach: the parts of the running register, owned by server/.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "lookups/blocks/lookup_places.h"

namespace credit::desk {
class Desk;
class TimeWatch;
}  // namespace credit::desk
namespace credit::words {
class Catalogue;
}
namespace credit::access {
class Register;
class SignIn;
}  // namespace credit::access
namespace credit::checks {
class Counter;
}
namespace credit::lookups {
class LookupWriter;
}
namespace credit::search {
class Names;
}
namespace credit::sql {
class Pool;
}
namespace credit::pages {
struct Portal;
}

namespace credit::http {

class Metrics;

// Whether what a check finds ends the server's readiness, or is told and leaves it ready.
enum class Weight : std::uint8_t { Ends, Told };

// A part that must be well for the server to be ready: the store, the clock, the calendar.
struct ReadinessCheck {
    std::string name;
    std::function<Grounds()> judge;  // what is not well; asked on a thread of the pool Fast
    Weight weight = Weight::Ends;
};

struct Context {
    desk::Desk& desk;
    const words::Catalogue& words;
    access::Register& principals;
    access::SignIn& sign_in;
    Metrics& metrics;
    checks::Counter& counter;
    lookups::LookupWriter& lookups;
    search::Names& names;
    lookups::Pools lookup_pools;       // where look-up records lie
    std::filesystem::path log;         // folder of the published log
    std::filesystem::path files = {};  // folder of evidence, sealed
    std::vector<ReadinessCheck> readiness = {};
    // Nothing that has a day is answered while the clock cannot be believed; null: always believed.
    const desk::TimeWatch* time_watch = nullptr;
    const pages::Portal* portal = nullptr;  // what the pages need besides; the house has one
};

}  // namespace credit::http
