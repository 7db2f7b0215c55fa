#include "http/server.h"

#include <asm-generic/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/wire/descriptors.h"
#include "http/wire/spool.h"
#include "http/wire/worker.h"

namespace credit::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Local = asio::local::stream_protocol;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

std::unexpected<Error> cannot_listen(std::string_view address, const error_code& error) {
    return fail(ErrorCode::Unavailable, "http.cannot_listen",
                {std::string(address), error.message()});
}

// "127.0.0.1:8080" or "[::1]:8080".
std::optional<tcp::endpoint> parse_endpoint(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), port);
    if (read.ec != std::errc() || read.ptr != digits.end()) return std::nullopt;
    std::string_view host = text.substr(0, colon);
    if (host == "localhost") host = "127.0.0.1";
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    error_code error;
    const auto address = asio::ip::make_address(std::string(host), error);
    if (error) return std::nullopt;
    return tcp::endpoint(address, port);
}

template <typename Acceptor, typename Endpoint>
void bind_and_listen(Acceptor& acceptor, const Endpoint& endpoint, error_code& error) {
    if (!error) std::ignore = acceptor.bind(endpoint, error);
    if (!error) std::ignore = acceptor.listen(asio::socket_base::max_listen_connections, error);
}

// With the number of threads, and the connections of each so that all have their descriptors; the
// sixteenth more is of those who are told that there are too many.
ServerSettings within_bounds(ServerSettings settings) {
    if (settings.threads == 0) settings.threads = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t share = shares_of(descriptors_max()).connections / settings.threads;
    const std::size_t most = share * turned_away_share / (turned_away_share + 1);
    settings.connections_max = std::min(settings.connections_max, std::max(most, std::size_t{1}));
    return settings;
}

// Without SO_REUSEPORT first: a port that another program has must not be shared with it.
error_code probe(const tcp::endpoint& endpoint) {
    asio::io_context context;
    tcp::acceptor acceptor(context);
    error_code error;
    std::ignore = acceptor.open(endpoint.protocol(), error);
    if (!error) std::ignore = acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    bind_and_listen(acceptor, endpoint, error);
    return error;
}

error_code listen_on(Worker& worker, tcp::endpoint& endpoint) {
    tcp::acceptor acceptor(worker.context());
    error_code error;
    std::ignore = acceptor.open(endpoint.protocol(), error);
    if (!error) std::ignore = acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) std::ignore = acceptor.set_option(ReusePort(true), error);
    bind_and_listen(acceptor, endpoint, error);
    if (!error) endpoint = acceptor.local_endpoint(error);
    if (!error) worker.listen(std::move(acceptor));
    return error;
}

error_code listen_on(Worker& worker, const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);  // of a server that was killed
    Local::acceptor acceptor(worker.context());
    error_code error;
    if (path.native().size() >= sizeof(sockaddr_un{}.sun_path)) {
        return asio::error::name_too_long;
    }
    std::ignore = acceptor.open(Local(), error);
    // Of the socket before it has a name: afterwards there would be a moment in which others may.
    constexpr unsigned owner_alone = 0600;
    if (!error && ::fchmod(acceptor.native_handle(), owner_alone) != 0) {
        return {errno, boost::system::system_category()};
    }
    if (!error) bind_and_listen(acceptor, Local::endpoint(path.native()), error);
    if (!error) worker.listen(std::move(acceptor));
    return error;
}

}  // namespace

class Server::Parts {
public:
    Parts(const ServerSettings& settings, const Router& router, const Clock& clock,
          Metrics& metrics)
        : settings_(within_bounds(settings)),
          shared_{.settings = settings_,
                  .router = router,
                  .clock = clock,
                  .metrics = metrics,
                  .fast = WorkPool(settings.fast_threads, settings.waiting_max),
                  .heavy = WorkPool(settings.heavy_threads, settings.waiting_max,
                                    WorkPool::Turns::Short)} {
        for (std::size_t number = 0; number < settings_.threads; ++number) {
            workers_.push_back(std::make_unique<Worker>(shared_));
        }
    }

    Result<void> listen() {
        auto endpoint = parse_endpoint(settings_.listen);
        if (!endpoint) return cannot_listen(settings_.listen, asio::error::invalid_argument);
        if (const auto error = probe(*endpoint)) return cannot_listen(settings_.listen, error);
        for (const auto& worker : workers_) {
            const auto error = listen_on(*worker, *endpoint);
            if (error) return cannot_listen(settings_.listen, error);
        }
        port_ = endpoint->port();
        if (settings_.unix_socket.empty()) return {};
        const auto error = listen_on(*workers_.front(), settings_.unix_socket);
        if (error) return cannot_listen(settings_.unix_socket.native(), error);
        return {};
    }

    void begin() {
        for (const auto& worker : workers_) {
            threads_.emplace_back([&worker = *worker] { worker.run(); });
        }
    }

    void tell_figures() {
        using enum Metrics::Type;
        shared_.metrics.add("xinheng_connections", "Open connections.", Gauge, [this] {
            std::size_t count = 0;
            for (const auto& worker : workers_) count += worker->connections();
            return static_cast<double>(count);
        });
        shared_.metrics.add("xinheng_waiting_fast", "Requests that wait for a thread.", Gauge,
                            [this] { return static_cast<double>(shared_.fast.waiting()); });
        shared_.metrics.add("xinheng_waiting_heavy", "Heavy requests that wait for a thread.",
                            Gauge, [this] { return static_cast<double>(shared_.heavy.waiting()); });
        shared_.metrics.add("xinheng_connections_closed_for_others",
                            "Connections without a request that made room.", Counter, [this] {
                                return static_cast<double>(shared_.closed_for_others.load());
                            });
        shared_.metrics.add("xinheng_spooled_bytes", "Of uploads and of answers that are files.",
                            Gauge, [] { return static_cast<double>(Spool::bytes_together()); });
    }

    std::uint16_t port() const { return port_; }

    void stop(std::chrono::seconds at_most) {
        if (threads_.empty()) return;
        for (const auto* name :
             {"xinheng_connections", "xinheng_waiting_fast", "xinheng_waiting_heavy",
              "xinheng_connections_closed_for_others", "xinheng_spooled_bytes"}) {
            shared_.metrics.forget(name);
        }
        for (const auto& worker : workers_) worker->end();
        shared_.heavy.drop_waiting();
        const auto last = std::chrono::steady_clock::now() + at_most;
        while (has_connections() && std::chrono::steady_clock::now() < last) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        for (const auto& worker : workers_) worker->cut();
        shared_.fast.drop_waiting();  // nobody can be answered any more
        threads_.clear();
        std::error_code ignored;
        if (!settings_.unix_socket.empty()) std::filesystem::remove(settings_.unix_socket, ignored);
    }

private:
    bool has_connections() const {
        return std::ranges::any_of(workers_,
                                   [](const auto& worker) { return worker->connections() > 0; });
    }

    const ServerSettings settings_;
    ServerParts shared_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::jthread> threads_;
    std::uint16_t port_ = 0;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, const Router& router,
                                              const Clock& clock, Metrics& metrics) {
    Spool::bound_together(
        {.bytes_max = settings.spools_bytes_max, .count_max = shares_of(descriptors_max()).spools});
    auto parts = std::make_unique<Parts>(settings, router, clock, metrics);
    TRY(parts->listen());
    parts->tell_figures();
    parts->begin();
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::~Server() {
    stop();
}

std::uint16_t Server::port() const {
    return parts_->port();
}

void Server::stop(std::chrono::seconds at_most) {
    parts_->stop(at_most);
}

}  // namespace credit::http
