// What handlers reach: the parts of the running register, owned by server/.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace credit::desk {
class Desk;
}
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
namespace credit::sql {
class Pool;
}

namespace credit::http {

class Metrics;

// A part that must be well for the server to be ready: the store, the clock, the calendar.
struct ReadinessCheck {
    std::string name;
    std::function<Grounds()> judge;  // what is not well; asked on a thread of the pool Fast
};

struct Context {
    desk::Desk& desk;
    const words::Catalogue& words;
    access::Register& principals;
    access::SignIn& sign_in;
    Metrics& metrics;
    checks::Counter& counter;
    lookups::LookupWriter& lookups;
    std::string lookup_store;     // where look-up records lie
    sql::Pool& lookup_pool;       // sessions with it
    std::filesystem::path log;    // folder of the published log
    std::filesystem::path files;  // folder of evidence, sealed
    std::vector<ReadinessCheck> readiness = {};
};

}  // namespace credit::http
