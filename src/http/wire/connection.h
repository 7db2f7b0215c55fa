// Connection: reads one request after another, has each answered, and sends the answers in order.
//
// At any moment it waits for exactly one thing: bytes, the answer, or the socket to take bytes. So
// it is alone with its state, and can be removed when that thing comes and it has come to its end.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/reply.h"
#include "http/wire/parser.h"
#include "http/wire/worker.h"

namespace credit::http {

class Connection final : public Exchange, private ParserEvents {
public:
    Connection(Worker& worker, Socket socket, std::string_view channel);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() override;

    void begin();
    // In its place: says that there are too many, and ends.
    void turn_away();
    // Ends what it waits for when its time is over.
    void judge_time(std::chrono::seconds now);
    // The server ends: a connection between requests is closed at once, one that is answered soon.
    void end_if_idle();
    void cut();

    void completed() override;
    void write_error(const Error& error) override;
    // On its own thread, after completed().
    void answer_completed();

    Connection* next_completed = nullptr;
    // For the worker: which of its lists it stands in, and where.
    Connections* among = nullptr;
    Connections::iterator place;

private:
    using Input = std::array<char, header_bytes_max>;
    static constexpr std::size_t output_enough = std::size_t{64} * 1024;
    enum class Phase : std::uint8_t { Idle, Header, Body, Answering, Writing, Draining };
    enum class Answered : std::uint8_t { Running, Waited, Done };

    void on_header() override;
    void on_body(std::string_view piece) override;
    void refuse_request(std::string_view word, int status, std::vector<std::string> arguments);
    std::uint64_t body_bytes_max() const;

    void read();
    void on_read(const boost::system::error_code& error, std::size_t count);
    void go_on();
    bool parse();
    bool dispatch();
    bool post_to_pool();
    void finish_exchange();
    void write();
    bool refill_from_file();
    void after_writing();
    void drain();
    void enter(Phase phase);
    bool rests() const;
    std::chrono::seconds time_to_drain() const;
    void append_refusal();
    void close();
    std::size_t operation_place() const;

    Worker& worker_;
    Socket socket_;
    const std::string_view channel_;
    Parser parser_;
    Phase phase_ = Phase::Idle;
    std::chrono::seconds deadline_{0};
    bool closed_ = false;

    std::unique_ptr<Input> input_;
    std::size_t begin_ = 0;  // of what is not parsed yet
    std::size_t end_ = 0;

    const Operation* operation_ = nullptr;
    bool refused_ = false;  // the response stands before the operation runs
    bool keep_alive_ = true;
    bool closing_ = false;  // after what is in the output
    bool turned_away_ = false;
    bool unread_ = false;  // more of a refused request may come
    std::uint64_t body_bytes_ = 0;
    std::chrono::steady_clock::time_point whole_at_;
    std::atomic<Answered> answered_{Answered::Running};

    std::string output_;  // answers not yet taken by the socket
    std::size_t written_ = 0;
    std::unique_ptr<Spool> sending_;  // the file of the answer under way
    std::uint64_t sent_ = 0;
    std::uint64_t drained_ = 0;
};

}  // namespace credit::http
