// Server (服务端): listens, reads requests, has them carried out, and sends the answers.
//
// One thread of input and output a core, each with its own listening socket (SO_REUSEPORT); checks
// are answered there and completed by whoever records the look-up; all else runs in two pools, so
// that heavy work never delays a check. Nothing that a client sends, or does not send, holds a
// thread: headers, bodies and answers have their time and their size.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/metrics.h"
#include "http/router.h"

namespace credit::http {

struct ServerSettings {
    std::string listen = "127.0.0.1:8080";   // port 0: a free one
    std::filesystem::path unix_socket = {};  // for the command line; empty: none
    bool demonstration = false;              // of the register: told with every answer
    std::size_t threads = 0;                 // 0: one a core
    std::size_t fast_threads = 4;
    std::size_t heavy_threads = 2;
    std::size_t waiting_max = 1024;  // in each pool; beyond it 503
    // On each thread, or fewer where the process may not open as many files. Beyond it whoever has
    // gone longest without a request is closed; where nobody has, the newcomer is told 503.
    std::size_t connections_max = 8192;
    std::uint64_t json_bytes_max = std::uint64_t{1} << 20U;
    std::uint64_t spools_bytes_max = std::uint64_t{8} << 30U;  // of all together; beyond it 503
    std::chrono::seconds header_time{10};  // from the first byte to the end of the header
    std::chrono::seconds idle_time{75};    // between requests
    std::chrono::seconds stall_time{30};   // without progress in a body or an answer
};

class Server {
public:
    // Listens and begins to answer. Unavailable "http.cannot_listen" (address, reason). The
    // router, the clock and the metrics must outlive the server.
    static Result<std::unique_ptr<Server>> start(const ServerSettings& settings,
                                                 const Router& router, const Clock& clock,
                                                 Metrics& metrics);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    // Stops as stop() does.
    ~Server();

    // The port it listens on.
    std::uint16_t port() const;

    // Takes no more requests, tells those that wait for heavy work 503, finishes those begun; whose
    // answer is not sent in that time is cut off. It returns when the threads have ended, which no
    // one can cut off: a handler under way goes on to its end, or, where it may take long and the
    // desk was closed before, to the next step at which it looks (docs/limits.md has the longest).
    void stop(std::chrono::seconds at_most = std::chrono::seconds{10});

private:
    class Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace credit::http
