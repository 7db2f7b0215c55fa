// Serving (服务): the house with its door open, until it is asked to end.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "desk/clerk/clerk.h"
#include "foundation/result.h"
#include "server/house.h"
#include "server/process/stop_signals.h"

namespace credit::server {

// How much is said at the start.
enum class Greeting { Addresses, Welcome };

struct ServeSettings {
    std::string listen = "127.0.0.1:8080";  // port 0: a free one
    Greeting greeting = Greeting::Addresses;
    desk::Clerk::Pause pause = desk::Clerk::Pause::AsFound;
};

using Say = std::function<void(std::string_view)>;

// Listens, says where, and returns once a signal came and what was begun is finished. Unavailable
// "http.cannot_listen".
Result<void> serve(House& house, const ServeSettings& settings, StopSignals& signals,
                   const Say& say);

}  // namespace credit::server
