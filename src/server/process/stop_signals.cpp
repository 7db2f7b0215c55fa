#include "server/process/stop_signals.h"

#include <signal.h>  // NOLINT(modernize-deprecated-headers): has sigwait

#include <csignal>

namespace credit::server {

StopSignals::StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c): cannot fail for this signal
}

void StopSignals::wait() {
    int signal = 0;
    sigwait(&signals_, &signal);
}

}  // namespace credit::server
