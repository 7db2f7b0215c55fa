// The signals by which a server is asked to end: SIGTERM and SIGINT.
//
// Made before any thread is started, so that none of them is ended by a signal.

#pragma once

#include <csignal>

namespace credit::server {

class StopSignals {
public:
    // From here on the signals wait to be taken.
    StopSignals();
    // Returns when one comes.
    void wait();

private:
    sigset_t signals_{};
};

}  // namespace credit::server
