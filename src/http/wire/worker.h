// Worker: one thread of input and output with the connections that it accepted.
//
// Its connections are touched by this thread alone. Others hand a completed exchange over by
// completed(), which wakes the thread once for as many as are there.

#pragma once

#include <array>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/server.h"
#include "http/wire/work_pool.h"

namespace credit::http {

class Connection;
using Connections = std::list<Connection*>;
using Socket = boost::asio::generic::stream_protocol::socket;

// Of the connections on a thread, one more for so many may be told that there are too many.
inline constexpr std::size_t turned_away_share = 16;

// What all workers share.
struct ServerParts {
    const ServerSettings& settings;
    const Router& router;
    const Clock& clock;
    Metrics& metrics;
    WorkPool fast;
    WorkPool heavy;
    std::atomic<std::uint64_t> closed_for_others{0};
};

class Worker {
public:
    explicit Worker(ServerParts& parts);
    Worker(Worker&&) = delete;
    ~Worker();

    void listen(boost::asio::ip::tcp::acceptor acceptor);
    void listen(boost::asio::local::stream_protocol::acceptor acceptor);
    boost::asio::io_context& context() { return context_; }

    // The thread's work; returns when the worker has ended.
    void run();
    // From any thread: accepts no more, ends when the connections have.
    void end();
    // From any thread: cuts off what is still there.
    void cut();

    // From any thread.
    void completed(Connection& connection);
    // From this thread, as the last thing that a connection does.
    void remove(Connection& connection);
    // From this thread: it has no request under way from here on, or it has.
    void note_resting(Connection& connection);
    void note_busy(Connection& connection);

    ServerParts& parts() { return parts_; }
    // Seconds since the worker began; coarse, for deadlines.
    std::chrono::seconds now() const { return now_; }
    const std::string& date() const { return date_; }
    bool ending() const { return ending_; }
    std::size_t connections() const { return count_.load(std::memory_order_relaxed); }

private:
    template <typename Acceptor>
    void accept(Acceptor& acceptor, std::string_view channel);
    void add(Socket socket, std::string_view channel);
    bool make_room();
    void take_completed();
    void tick();
    bool is_done() const { return ending_ && connections_.empty(); }
    void end_if_done();

    ServerParts& parts_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> working_;
    std::optional<boost::asio::ip::tcp::acceptor> tcp_;
    std::optional<boost::asio::local::stream_protocol::acceptor> local_;
    boost::asio::steady_timer timer_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::chrono::seconds now_{0};
    std::string date_;
    bool ending_ = false;
    std::vector<std::function<void()>> retry_accept_;
    std::atomic<std::size_t> count_{0};
    std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
    Connections resting_;  // without a request under way, the longest first
    Connections busy_;

    std::atomic<Connection*> completed_{nullptr};  // linked by Connection::next_completed
    // Of the one wake-up that can be on its way.
    alignas(std::max_align_t) std::array<std::byte, 256> wake_memory_{};
};

}  // namespace credit::http
