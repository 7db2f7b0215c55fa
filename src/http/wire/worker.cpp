#include "http/wire/worker.h"

#include <atomic>
#include <boost/asio/post.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "foundation/check.h"
#include "http/wire/connection.h"
#include "http/wire/serialise.h"

namespace credit::http {
namespace {

namespace asio = boost::asio;

// Memory of the worker for its one wake-up: it is free again before the wake-up runs.
template <typename T>
struct WakeAllocator {
    using value_type = T;
    std::span<std::byte> memory;

    template <typename U>
    struct rebind {  // NOLINT(readability-identifier-naming): the library asks for it by name
        using other = WakeAllocator<U>;
    };
    explicit WakeAllocator(std::span<std::byte> wake_memory) : memory(wake_memory) {}
    template <typename U>
    WakeAllocator(const WakeAllocator<U>& other) : memory(other.memory) {}

    T* allocate(std::size_t count) {
        CHECK(count * sizeof(T) <= memory.size());
        return reinterpret_cast<T*>(memory.data());
    }
    void deallocate(T* /*place*/, std::size_t /*count*/) {}
    template <typename U>
    bool operator==(const WakeAllocator<U>& other) const {
        return memory.data() == other.memory.data();
    }
};

template <typename Action>
struct Wake {
    using allocator_type = WakeAllocator<std::byte>;
    std::span<std::byte> memory;
    Action action;

    allocator_type get_allocator() const { return allocator_type(memory); }
    void operator()() { action(); }
};

}  // namespace

Worker::Worker(ServerParts& parts)
    : parts_(parts), working_(context_.get_executor()), timer_(context_) {
    write_date(date_, SystemClock().now());
}

Worker::~Worker() = default;

void Worker::listen(asio::ip::tcp::acceptor acceptor) {
    tcp_.emplace(std::move(acceptor));
    accept(*tcp_, "api");
}

void Worker::listen(asio::local::stream_protocol::acceptor acceptor) {
    local_.emplace(std::move(acceptor));
    accept(*local_, "cli");
}

template <typename Acceptor>
void Worker::accept(Acceptor& acceptor, std::string_view channel) {
    acceptor.async_accept(
        context_, [this, &acceptor, channel](const boost::system::error_code& error,
                                             typename Acceptor::protocol_type::socket socket) {
            if (error == asio::error::operation_aborted || ending_) return;
            if (error == asio::error::no_descriptors && make_room()) {
                accept(acceptor, channel);
                return;
            }
            if (error) {  // other connections must end first
                retry_accept_.push_back([this, &acceptor, channel] { accept(acceptor, channel); });
                return;
            }
            if constexpr (std::is_same_v<Acceptor, asio::ip::tcp::acceptor>) {
                boost::system::error_code ignored;
                socket.set_option(asio::ip::tcp::no_delay(true), ignored);
            }
            add(Socket(std::move(socket)), channel);
            accept(acceptor, channel);
        });
}

void Worker::add(Socket socket, std::string_view channel) {
    const std::size_t most = parts_.settings.connections_max;
    const bool full = connections_.size() >= most && !make_room();
    if (full && connections_.size() > most + most / turned_away_share) return;
    auto connection = std::make_unique<Connection>(*this, std::move(socket), channel);
    Connection& added = *connection;
    connections_.emplace(&added, std::move(connection));
    count_.store(connections_.size(), std::memory_order_relaxed);
    added.among = &busy_;
    added.place = busy_.insert(busy_.end(), &added);
    full ? added.turn_away() : added.begin();
}

// Closes whoever has gone longest without a request; false when each has one under way.
bool Worker::make_room() {
    if (resting_.empty()) return false;
    resting_.front()->cut();
    parts_.closed_for_others.fetch_add(1, std::memory_order_relaxed);
    return true;
}

void Worker::note_resting(Connection& connection) {
    resting_.splice(resting_.end(), *connection.among, connection.place);
    connection.among = &resting_;
}

void Worker::note_busy(Connection& connection) {
    busy_.splice(busy_.end(), *connection.among, connection.place);
    connection.among = &busy_;
}

void Worker::remove(Connection& connection) {
    connection.among->erase(connection.place);
    connections_.erase(&connection);
    count_.store(connections_.size(), std::memory_order_relaxed);
    end_if_done();
}

void Worker::run() {
    tick();
    context_.run();
}

void Worker::tick() {
    using std::chrono::seconds;
    now_ = std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now() - began_);
    write_date(date_, SystemClock().now());
    for (const auto& [connection, owned] : connections_) connection->judge_time(now_);
    for (auto& retry : std::exchange(retry_accept_, {})) retry();
    timer_.expires_after(seconds{1});
    timer_.async_wait([this](const boost::system::error_code& error) {
        // A tick that was due already is not cancelled: it would go on for ever.
        if (!error && !is_done()) tick();
    });
}

void Worker::end() {
    asio::post(context_, [this] {
        ending_ = true;
        boost::system::error_code ignored;
        if (tcp_) std::ignore = tcp_->close(ignored);
        if (local_) std::ignore = local_->close(ignored);
        for (const auto& [connection, owned] : connections_) connection->end_if_idle();
        end_if_done();
    });
}

void Worker::cut() {
    asio::post(context_, [this] {
        for (const auto& [connection, owned] : connections_) connection->cut();
    });
}

void Worker::end_if_done() {
    if (!is_done()) return;
    timer_.cancel();
    working_.reset();
}

void Worker::completed(Connection& connection) {
    Connection* head = completed_.load(std::memory_order_relaxed);
    do {
        connection.next_completed = head;
    } while (!completed_.compare_exchange_weak(head, &connection, std::memory_order_acq_rel,
                                               std::memory_order_relaxed));
    if (head != nullptr) return;  // whoever put the first one there has sent the wake-up
    auto take = [this] { take_completed(); };
    asio::post(context_, Wake<decltype(take)>{.memory = wake_memory_, .action = take});
}

void Worker::take_completed() {
    Connection* newest = completed_.exchange(nullptr, std::memory_order_acq_rel);
    Connection* oldest = nullptr;
    while (newest != nullptr) {
        Connection* const older = std::exchange(newest->next_completed, oldest);
        oldest = std::exchange(newest, older);
    }
    while (oldest != nullptr) {
        Connection* const next = oldest->next_completed;
        oldest->answer_completed();
        oldest = next;
    }
}

}  // namespace credit::http
