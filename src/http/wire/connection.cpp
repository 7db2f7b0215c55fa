#include "http/wire/connection.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/buffer.hpp>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/problem.h"
#include "http/server.h"
#include "http/wire/parser.h"
#include "http/wire/serialise.h"
#include "http/wire/spool.h"
#include "http/wire/work_pool.h"
#include "http/wire/worker.h"

namespace credit::http {
namespace {

namespace asio = boost::asio;

constexpr std::uint64_t discarded_body_max = std::uint64_t{64} * 1024;
constexpr std::chrono::seconds drain_time{5};
constexpr std::chrono::seconds refused_body_time{15};
constexpr std::chrono::seconds last_time{1};  // when the server ends
constexpr std::chrono::seconds no_deadline = std::chrono::seconds::max();

}  // namespace

Connection::Connection(Worker& worker, Socket socket, std::string_view channel)
    : worker_(worker),
      socket_(std::move(socket)),
      channel_(channel),
      parser_(request, *this),
      input_(std::make_unique_for_overwrite<Input>()) {
    boost::system::error_code ignored;
    std::ignore = socket_.non_blocking(true, ignored);
}

Connection::~Connection() = default;

void Connection::begin() {
    enter(Phase::Idle);
    read();
}

void Connection::turn_away() {
    turned_away_ = true;
    refuse_request("http.full", 503, {});
    worker_.parts().metrics.count(operation_place(), response.status, {});
    append_refusal();
    closing_ = true;
    write();
}

// Whether it may be closed to make room. A body in memory should be here at once; a file takes its
// time, and so does an answer.
bool Connection::rests() const {
    switch (phase_) {
        case Phase::Idle:
        case Phase::Header:
            return true;
        case Phase::Body:
            return request.file == nullptr;
        case Phase::Draining:
            return !turned_away_;
        case Phase::Answering:
        case Phase::Writing:
            return false;
    }
    std::unreachable();
}

void Connection::enter(Phase phase) {
    const ServerSettings& settings = worker_.parts().settings;
    const auto within = [&](std::chrono::seconds time) { return worker_.now() + time; };
    if (phase_ == phase && phase == Phase::Header) return;
    phase_ = phase;
    rests() ? worker_.note_resting(*this) : worker_.note_busy(*this);
    switch (phase) {
        case Phase::Idle:
            deadline_ = within(settings.idle_time);
            break;
        case Phase::Header:
            deadline_ = within(settings.header_time);
            break;
        case Phase::Body:
        case Phase::Writing:
            deadline_ = within(settings.stall_time);
            break;
        case Phase::Answering:
            deadline_ = no_deadline;
            break;
        case Phase::Draining:
            deadline_ = within(time_to_drain());
            break;
    }
}

std::chrono::seconds Connection::time_to_drain() const {
    if (unread_) return refused_body_time;
    return worker_.ending() ? last_time : drain_time;
}

void Connection::judge_time(std::chrono::seconds now) {
    if (now < deadline_ || closed_) return;
    if (phase_ == Phase::Header || phase_ == Phase::Body) {
        refuse_request("http.too_slow", 408, {});
        append_refusal();
        boost::system::error_code ignored;
        socket_.write_some(asio::buffer(output_), ignored);
    }
    cut();
}

void Connection::append_refusal() {
    append_response(output_, response,
                    {.date = worker_.date(),
                     .keep_alive = false,
                     .demonstration = worker_.parts().settings.demonstration});
}

void Connection::end_if_idle() {
    if (phase_ == Phase::Idle) cut();
    if (phase_ == Phase::Draining) deadline_ = std::min(deadline_, worker_.now() + last_time);
}

void Connection::cut() {
    closed_ = true;
    worker_.note_busy(*this);  // it needs no more closing
    boost::system::error_code ignored;
    std::ignore = socket_.close(ignored);
}

void Connection::close() {
    cut();
    worker_.remove(*this);
}

void Connection::read() {
    if (begin_ > 0) {
        std::memmove(input_->data(), input_->data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    socket_.async_read_some(asio::buffer(input_->data() + end_, header_bytes_max - end_),
                            [this](const boost::system::error_code& error, std::size_t count) {
                                on_read(error, count);
                            });
}

void Connection::on_read(const boost::system::error_code& error, std::size_t count) {
    if (error || closed_) {
        close();
        return;
    }
    end_ += count;
    // A JSON body has its time as a whole, an upload as long as it goes on.
    if (phase_ == Phase::Body && request.file != nullptr) enter(Phase::Body);
    go_on();
}

void Connection::go_on() {
    while (parse()) {
        if (!dispatch()) return;
        finish_exchange();
        if (closing_ || sending_ != nullptr || output_.size() >= output_enough) {
            write();
            return;
        }
    }
    if (output_.empty()) {
        read();
        return;
    }
    write();
}

// Whether an answer can be made: the request is whole, or refused.
bool Connection::parse() {
    if (begin_ == end_) return false;
    if (phase_ != Phase::Body) enter(Phase::Header);
    const std::size_t used = parser_.feed({input_->data() + begin_, end_ - begin_});
    begin_ += used;
    const bool stuck = used == 0 && end_ - begin_ == header_bytes_max;
    if (parser_.fault() == Fault::HeaderTooLarge) {
        refuse_request("http.header_too_large", 431, {std::to_string(header_bytes_max)});
        keep_alive_ = false;
    } else if (parser_.fault() || stuck) {
        refuse_request("http.malformed", 400, {});
        keep_alive_ = false;
    }
    return parser_.done() || (refused_ && !keep_alive_);
}

void Connection::on_header() {
    request.received_at = worker_.parts().clock.now();
    request.channel = channel_;
    operation_ = worker_.parts().router.admit(*this);
    refused_ = operation_ == nullptr;
    if (!parser_.has_body()) return;
    enter(Phase::Body);
    const std::uint64_t announced = parser_.content_length().value_or(0);
    if (refused_) {
        // A short body is read and forgotten, so that the connection lives on.
        keep_alive_ = parser_.content_length() && announced <= discarded_body_max &&
                      !parser_.expects_continue();
        return;
    }
    if (announced > body_bytes_max()) {
        refuse_request("http.body_too_large", 413, {std::to_string(body_bytes_max())});
        keep_alive_ = false;
        return;
    }
    if (operation_->body == BodyKind::Upload) {
        auto spool = Spool::create(announced);
        if (!spool) {
            keep_alive_ = false;
            write_error(spool.error());
            refused_ = true;
            return;
        }
        request.file = *std::move(spool);
        enter(Phase::Body);  // with its file
    }
    if (parser_.expects_continue()) output_ += "HTTP/1.1 100 Continue\r\n\r\n";
}

void Connection::on_body(std::string_view piece) {
    if (refused_) return;
    body_bytes_ += piece.size();
    if (body_bytes_ > body_bytes_max()) {
        refuse_request("http.body_too_large", 413, {std::to_string(body_bytes_max())});
        keep_alive_ = false;
        return;
    }
    if (request.file == nullptr) {
        request.body.append(piece);
        return;
    }
    if (const auto kept = request.file->append(piece); !kept) {
        write_error(kept.error());
        refused_ = true;
        keep_alive_ = false;
    }
}

void Connection::refuse_request(std::string_view word, int status,
                                std::vector<std::string> arguments) {
    const Error error = fail(ErrorCode::InvalidInput, word, std::move(arguments)).error();
    write_problem(response, error, worker_.parts().router.context().words, status);
    refused_ = true;
}

std::uint64_t Connection::body_bytes_max() const {
    const ServerSettings& settings = worker_.parts().settings;
    return operation_->body == BodyKind::Upload ? operation_->upload_bytes_max
                                                : settings.json_bytes_max;
}

// Whether the response stands already; if not, answer_completed() goes on.
bool Connection::dispatch() {
    whole_at_ = std::chrono::steady_clock::now();
    if (refused_) return true;
    enter(Phase::Answering);
    answered_.store(Answered::Running, std::memory_order_relaxed);
    if (operation_->pool == Pool::Check) {
        worker_.parts().router.run(*operation_, *this);
    } else if (!post_to_pool()) {
        const auto* const word = worker_.ending() ? "desk.closing" : "http.busy";
        write_error(fail(ErrorCode::Unavailable, word).error());
        return true;
    }
    auto running = Answered::Running;
    if (!answered_.compare_exchange_strong(running, Answered::Waited, std::memory_order_acq_rel)) {
        return true;
    }
    if (!output_.empty()) {  // earlier answers of a pipeline need not wait for this one
        boost::system::error_code ignored;
        const std::size_t count = socket_.write_some(
            asio::buffer(output_.data() + written_, output_.size() - written_), ignored);
        output_.erase(0, written_ + count);
        written_ = 0;
    }
    return false;
}

bool Connection::post_to_pool() {
    WorkPool::Work work = [this, operation = operation_](WorkPool::Fate fate) {
        if (fate == WorkPool::Fate::Carried) {
            worker_.parts().router.run(*operation, *this);
            return;
        }
        write_error(fail(ErrorCode::Unavailable, "desk.closing").error());
        completed();
    };
    return operation_->pool == Pool::Heavy ? worker_.parts().heavy.post(work)
                                           : worker_.parts().fast.post(work);
}

void Connection::completed() {
    const auto before = answered_.exchange(Answered::Done, std::memory_order_acq_rel);
    if (before == Answered::Waited) worker_.completed(*this);
}

void Connection::write_error(const Error& error) {
    write_problem(response, error, worker_.parts().router.context().words);
}

}  // namespace credit::http
